/// Streams made by zlib, in the ways that it has of writing them.
extension GzipFixture {
    static let all = [
        GzipFixture(
            "stored blocks", document,
            """
            H4sIAAAAAAAEAwHvARD+eyJjaHVua3MiOlt7ImlkIjoiYzAiLCJjb250ZW50IjoiaW52b2ljZSBpbnZvaWNlIDAiLCJzY29yZSI6MC4wfS
            x7ImlkIjoiYzEiLCJjb250ZW50IjoibnVtYmVyIGR1ZSA5NzciLCJzY29yZSI6MC4zN30seyJpZCI6ImMyIiwiY29udGVudCI6InBhaWQg
            ZGF0ZSAzOTA4Iiwic2NvcmUiOjAuNzR9LHsiaWQiOiJjMyIsImNvbnRlbnQiOiJ0b3RhbCBjaXR5IDg3OTMiLCJzY29yZSI6MC4xMX0sey
            JpZCI6ImM0IiwiY29udGVudCI6InN0cmVldCBhbW91bnQgMTU2MzIiLCJzY29yZSI6MC40OH0seyJpZCI6ImM1IiwiY29udGVudCI6InRh
            eCB0YXggMjQ0MjUiLCJzY29yZSI6MC44NX0seyJpZCI6ImM2IiwiY29udGVudCI6ImFtb3VudCBzdHJlZXQgMzUxNzIiLCJzY29yZSI6MC
            4yMn0seyJpZCI6ImM3IiwiY29udGVudCI6ImNpdHkgdG90YWwgNDc4NzMiLCJzY29yZSI6MC41OX0seyJpZCI6ImM4IiwiY29udGVudCI6
            ImRhdGUgcGFpZCA2MjUyOCIsInNjb3JlIjowLjk2fV19B2Q2aO8BAAA=
            """),
        GzipFixture(
            "fixed codes", document,
            """
            H4sIAAAAAAACA6tWSs4ozcsuVrKKrlbKTFGyUko2UNJRSs7PK0nNKwFyM/PK8jOTUxVgNEi2ODm/KFXJykDPoFYHpssQRVdeaW5SapFCSm
            mqgqW5ObIWY3OEHiMUPQWJmSkKKYklqQrGlgYWyHrMTRB6jFH0lOSXJOYoJGeWVCpYmFsaI2syNERoMkHRVFxSlJpaopCYm1+aV6JgaGpm
            bISs0cQCodEU1bbECgUQNjIxMTJF1mJhitBihqIFagnUSmNTQ3MUu4yMEBrNUTSC/QTxnom5hTmK10wtEbosUHSBgw8ckGZGpkYogWhpVh
            tbCwAHZDZo7wEAAA==
            """),
        GzipFixture(
            "codes of its own", document,
            """
            H4sIAAAAAAACA1XQ3WrEIBAF4FcZvF5K/MtoXqX0wjVCpV0tyaR0WfLu7aa76FyIiHwczrmJ+L6Vj1VMrzeRZzGJOIiTiLVQKvT3zOW75p
            jged9/11iXJKbhZdhPTyWZKtvlnBaYtwQesScam1HMfIU8wxwogfaD6w2aZjQzVCl8Qsx0BYde90jKhgxDKy0pEYRL3QqBtKNWPTSuQcvT
            wg/cjzJG2Z4428jIyCPkEamtRJalVIPI4NHpv55Bh6ya9U05po75jiFHZRUb0Y/72/4LB2Q2aO8BAAA=
            """),
        GzipFixture(
            "no matches", document,
            """
            H4sIAAAAAAACAwXBXYrdMAwG0K2Y71kE5+8m0VZKH1JZUNO50mArwwwhe+85N+TvZf86+NeNWsCQDIK4hVqAUe3Lq2iq9uVVNGUQunhTcB
            7yQzdqAUNGEMQt1AIMu95/tKVyaTq2DYQu3hSch3l76EYtYMgEgriFWoDxedaSyhma5iPvIHTxpuA8bMtDN2oBQ2YQxC3UAozwOD+S1PhJ
            +3bMIHTxpuA8jONDN2oBQxYQxC3UAoweTTXS+fbLIo3ra55A6OJNwXlY9odu1AKGrCCIW6gFGHF+pzi/07Qs0wpCF28KzsO+PnSjFjDkBY
            K4hVqAcb79skg9mmqkeR23CYQu3hSch2l66EYtYMgGgriFWoAhNX5SeJwfadn2bQahizcF52E9HrpRCxiygyBuoRZglDM0fZ61pNe0TjsI
            XbwpOA/H6/n9/AcHZDZo7wEAAA==
            """),
        GzipFixture(
            "runs only", document,
            """
            H4sIAAAAAAACAwXBXYrdMAwG0K2Y71kE5+8m0VZKH1JZUNO50mArwwwhe+85N+TvZf86+NeNWsCQDIK4hVqAUe3Lq2iq9uVVNGUQunhTcB
            7yQzdqAUNGEMQt1AIMu95/tKVyaTq2DYQu3hSch3l76EYtYMgEgriFWoDxedaSyhma5iPvIHTxpuA8bMtDN2oBQ2YQxC3UAozwOD+S1PhJ
            +3bMIHTxpuA8jONDN2oBQxYQxC3UAoweTTXS+fbLIo3ra55A6OJNwXlY9odu1AKGrCCIW6gFGHF+pzi/07Qs0wpCF28KzsO+PnSjFjDkBY
            K4hVqAcb79skg9mmqkeR23CYQu3hSch2l66EYtYMgGgriFWoAhNX5SeJwfadn2bQahizcF52E9HrpRCxiygyBuoRZglDM0fZ61pNe0TjsI
            XbwpOA/H6/n9/AcHZDZo7wEAAA==
            """),
        GzipFixture(
            "a window of 512 bytes", document,
            """
            H4sIAAAAAAACA1TLQQrDIBCF4asMsw5Fa8DoVbqyOlBpo0UnhRJ697aLoK4eP49vR3/b0r2ivewYA1r0Aif0OTEl/mVMrxw9wbH/t/pcCK
            04ic90KDmotK1XKhA2AqN1T5Ru5jyYp4sBgmMCZcTSGz03owbDmd0DfOQ3LNqoHknZ0DygyoWIwa35W/W8owAIA1EU3cpsIZP5ZTEWAS1s
            xCKCTfYuamAyxSsPl3cdDRJLxhmSOeRYqze8QyLkmRg7kUBGZCQzJw0tRIca4Pfpv0dqGq5xcWVBrbVtcNZ9BUFGm1GRvvQHB2Q2aO8BAA
            A=
            """),
        GzipFixture(
            "flushed at every 90 bytes", document,
            """
            H4sIAAAAAAAAA6pWSs4ozcsuVrKKrlbKTFGyUko2UNJRSs7PK0nNKwFyM/PK8jOTUxVgNEi2ODm/KFXJykDPoFYHpssQRVdeaS4AAAD//0
            pKLVJIKU1VsDQ3R9ZibI7QY4SipyAxM0UhJbEkVcHY0sACWY+5CUKPsZIOAAAA//9SSs7PK0nNK1GyUirJL0nMUUjOLKlUsDC3NFbSUSpO
            zi9KVbIy0DM0rNWpVspMAapKNgFKIDQVlxSlppYoJObml+aVKBiamhkbQTUCBBBYo4kFQqMpisaSxAoFEDYyMTEyRdZiYYrQYoaiBWpJMQ
            AAAP//glhpbGpojmKXkRFCozmKRrCfIN4zMbcwR/GaqSVClwUAAAD//1LSUUrOzytJzStRslJKSSxJVShIzExRMDMyNbJQ0lEqTs4vSlWy
            MtCzNKuNrQUIMAAHZDZo7wEAAA==
            """),
        GzipFixture(
            "every part of a header", Array(document.prefix(60)),
            """
            H4sIHwDxU2UCAwYAQUICAHh5culwb25zZS5qc29uAGEgY29tbWVudADOi6tWSs4ozcsuVrKKrlbKTFGyUko2UNJRSs7PK0nNKwFyM/PK8j
            OTUxVgNEi2ODm/KFXJCgBp4yohPAAAAA==
            """),
        GzipFixture(
            "three members and padding", document,
            """
            H4sIAAAAAAACA6tWSs4ozcsuVrKKrlbKTFGyUko2UNJRSs7PK0nNKwFyM/PK8jOTUxVgNEi2ODm/KFXJykDPoFYHpssQRVdeaW5SapFCSm
            mqgqU5AA3PA5lkAAAAH4sIAAAAAAACAwMAAAAAAAAAAAAfiwgAAAAAAAQDVdBNCsMgEAXgq4jrUOLvaO7ShRgXgTaWZAotxbs3piF2Fi6G
            4eM5D3jH15iXxIf+oqB0Hz6NfOBRbouYZ0wzbuMjTCMbAyamfO/+DehmFDGYMdxYnPDNHPi6O4OEaEgTtOKSErJwz88ZmTBW1Y+cULsGDY
            EYXqw+qbWsm5M404gl5Ag5IpURQLKkbBAI3G/6nafBATnN+KZqUa3Dvb69SCuNJCV6W67lCxRWI7eLAQAAAAAAAAAAAAAA
            """),
        GzipFixture(
            "nothing", [],
            """
            H4sIAAAAAAACAwMAAAAAAAAAAAA=
            """),
        GzipFixture(
            "nothing, stored", [],
            """
            H4sIAAAAAAAEAwEAAP//AAAAAAAAAAA=
            """),
        GzipFixture(
            "few codes of its own", Array(skewed.prefix(100)),
            """
            H4sIAAAAAAACAwXBgQDAQAwEwQqUsAIv8AIRiMAJnMAKrFhnHgzWxTpYDwZrsC7WwfhhsC7WxXoxvBisi3WwHgzWYF2sP26sZb5kAAAA
            """),
        GzipFixture(
            "codes of up to 15 bits", skewed,
            """
            H4sIAAAAAAACAwXBgYAkQRAF0RM4gRVYgREYgRZogRIogRRIgS/wBUIgxPa9fxisi3WwHgzWYF2sg/HFYF2si/Vi+I/BulgH68FgDdbFOh
            hfDNbFulgvhh8M1sU6WA8Ga7Au1sH4YrAu1sV6MfxgsC7WwXowWIN1sQ7WF4N1sS7Wi+EXg3WxDtaDwRqsi3Wwvhisi3WxXgy/GKyLdbAe
            DNZgXayD9cVgXayL9WL4xWBdrIP1YLAG62IdrC8G62JdrBfDB4N1sQ7Wi8EarIt1sL4YrIt1sV4MHwzWxTpYLwZrsC7WwfpisC7WxXoxfD
            BYF+tgvRiswbpYB+uLwbpYF+vF8MFgXayD9WKwButiHawvButiXawXwweDdbEO1ovBGqyLdbC+GKyLdbFeDF8M1sU6WC8Ga7Au1sH6YrAG
            62K9GL4YrIt1sF4M1mBdrIP1YLAG62K9GL4YrIt1sF4M1mBdrIP1YLAG62K9GL4YrIt1sF4M1mBdrIP1YLAG62K9GL4YrIt1sF4M1mBdrI
            P1YLAG62K9GL4YrIt1sF4MYrAu1sF6MFiDdbFeDF8M1sU6WC8GMVgX62A9GKzBulgvhi8G62IdrBeDGKyLdbAeDNZgXawXw4PBulgH68Ug
            ButiHawHgzVYF+vF8GCwLtbBejGIwbpYB+vBYA3WxToYHwzWxTpYLwYxWBfrYD0YrMG6WAfjg8G6WAfrxSAG62IdrAeDNVgX62B8MFgX62
            C9GMRgXayD9WCwButiHYwPButiHawXgxisi3WwHgzWYF2sg/HBYF2sg/ViEIN1sQ7Wg8EarIt1MD4YrIt1sF4MYrAu1sF6MFiDdbEOxgeD
            dbEO1otBDNbFOlgPBmuwLtbB+GCwLtbBejGIwbpYB+vBYA3WxToYHwzWxbpYLwYxWBfrYD0YrMG6WAfjg8G6WBfrxSAG62IdrAeDNVgX62
            B8MFgX62K9GMRgXayD9WCwButiHYwvButiXawXgxisi3WwHgzWYF2sg/HFYF2si/ViEIN1sQ7Wg8EarIt1ML4YrIt1sV4MYrAu1sF6MFiD
            dbEOxheDdbEu1otBDNbFOlgPBmuwLtbB+GKwLtbFejGIwbpYB+vBYA3WxToYXwzWxbpYLwYxWBfrYD0YrMG6WAfji8G6WBfrxSAG62IdrA
            eDNVgX62B8MVgX62K9GP4AwFCEuhcKAAA=
            """),
    ]
}
