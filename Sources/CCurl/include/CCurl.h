/*
 libcurl, bound at run time.

 Nothing of libcurl is needed to build: no header, no -dev package, no linker flag. The few constants below are part of
 libcurl's ABI, which has not broken since soname 4 appeared in 2006: numbers are only ever added. An option that an
 older library does not know is answered with CCURLE_UNKNOWN_OPTION.

 curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, which Swift cannot call: each has one typed
 function here for every kind of argument.
 */
#ifndef CCURL_H
#define CCURL_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/* A loaded libcurl. It is never unloaded: its threads and its TLS library would not survive that. */
typedef struct ccurl_library ccurl_library;

/*
 Loads the first of the named shared objects that is there and has every function needed. NULL if there is none;
 `reason` then holds why the last one did not do.
 */
ccurl_library *_Nullable ccurl_open(
    const char *_Nonnull const *_Nonnull names, size_t count, char *reason, size_t reason_size);

/* "8.5.0", and the files that this build of the library trusts by default; NULL where it was built without. */
const char *ccurl_version(const ccurl_library *library);
const char *_Nullable ccurl_default_ca_file(const ccurl_library *library);
const char *_Nullable ccurl_default_ca_directory(const ccurl_library *library);

/* CURLcode. */
typedef enum ccurl_code {
    CCURLE_OK = 0,
    CCURLE_UNSUPPORTED_PROTOCOL = 1,
    CCURLE_FAILED_INIT = 2,
    CCURLE_URL_MALFORMAT = 3,
    CCURLE_NOT_BUILT_IN = 4,
    CCURLE_COULDNT_RESOLVE_PROXY = 5,
    CCURLE_COULDNT_RESOLVE_HOST = 6,
    CCURLE_COULDNT_CONNECT = 7,
    CCURLE_WEIRD_SERVER_REPLY = 8,
    CCURLE_HTTP2 = 16,
    CCURLE_PARTIAL_FILE = 18,
    CCURLE_WRITE_ERROR = 23,
    CCURLE_OUT_OF_MEMORY = 27,
    CCURLE_OPERATION_TIMEDOUT = 28,
    CCURLE_SSL_CONNECT_ERROR = 35,
    CCURLE_ABORTED_BY_CALLBACK = 42,
    CCURLE_INTERFACE_FAILED = 45,
    CCURLE_UNKNOWN_OPTION = 48,
    CCURLE_GOT_NOTHING = 52,
    CCURLE_SSL_ENGINE_NOTFOUND = 53,
    CCURLE_SEND_ERROR = 55,
    CCURLE_RECV_ERROR = 56,
    CCURLE_SSL_CERTPROBLEM = 58,
    CCURLE_SSL_CIPHER = 59,
    CCURLE_PEER_FAILED_VERIFICATION = 60,
    CCURLE_SSL_CACERT_BADFILE = 77,
    CCURLE_SSL_ISSUER_ERROR = 83,
    CCURLE_SSL_INVALIDCERTSTATUS = 91,
    CCURLE_HTTP2_STREAM = 92,
    CCURLE_PROXY = 97,
    CCURLE_TOO_LARGE = 100,
} ccurl_code;

/* CURLoption: a kind (0 long, 10000 pointer, 20000 function, 30000 curl_off_t) plus a number. */
typedef enum ccurl_option {
    CCURLOPT_WRITEDATA = 10001,
    CCURLOPT_URL = 10002,
    CCURLOPT_PROXY = 10004,
    CCURLOPT_ERRORBUFFER = 10010,
    CCURLOPT_WRITEFUNCTION = 20011,
    CCURLOPT_HTTPHEADER = 10023,
    CCURLOPT_HEADERDATA = 10029,
    CCURLOPT_SSLVERSION = 32,
    CCURLOPT_CUSTOMREQUEST = 10036,
    CCURLOPT_NOBODY = 44,
    CCURLOPT_POST = 47,
    CCURLOPT_NETRC = 51,
    CCURLOPT_FOLLOWLOCATION = 52,
    CCURLOPT_SSL_VERIFYPEER = 64,
    CCURLOPT_CAINFO = 10065,
    CCURLOPT_FRESH_CONNECT = 74,
    CCURLOPT_HEADERFUNCTION = 20079,
    CCURLOPT_HTTPGET = 80,
    CCURLOPT_SSL_VERIFYHOST = 81,
    CCURLOPT_HTTP_VERSION = 84,
    CCURLOPT_CAPATH = 10097,
    CCURLOPT_BUFFERSIZE = 98,
    CCURLOPT_NOSIGNAL = 99,
    CCURLOPT_POSTFIELDSIZE_LARGE = 30120,
    CCURLOPT_CONNECTTIMEOUT_MS = 156,
    CCURLOPT_COPYPOSTFIELDS = 10165,
    CCURLOPT_NOPROXY = 10177,
    CCURLOPT_PROTOCOLS = 181,
    CCURLOPT_HEADEROPT = 229,
    CCURLOPT_PATH_AS_IS = 234,
    CCURLOPT_PIPEWAIT = 237,
    CCURLOPT_SUPPRESS_CONNECT_HEADERS = 265,
    CCURLOPT_HTTP09_ALLOWED = 285,
    CCURLOPT_PREREQFUNCTION = 20312, /* 7.80 */
    CCURLOPT_PREREQDATA = 10313,
    CCURLOPT_OPENSOCKETFUNCTION = 20163,
    CCURLOPT_OPENSOCKETDATA = 10164,
    CCURLOPT_RESOLVE = 10203,
    CCURLOPT_QUICK_EXIT = 322, /* 7.87 */
} ccurl_option;

/* CURLINFO. */
typedef enum ccurl_info {
    CCURLINFO_OS_ERRNO = 0x200000 + 25,
    CCURLINFO_NUM_CONNECTS = 0x200000 + 26,
    CCURLINFO_SIZE_UPLOAD_T = 0x600000 + 7,
} ccurl_info;

/* CURLMoption. */
typedef enum ccurl_multi_option {
    CCURLMOPT_MAXCONNECTS = 6,
    CCURLMOPT_MAX_HOST_CONNECTIONS = 7,
} ccurl_multi_option;

/* Values of options, and answers of callbacks. */
enum {
    CCURL_PROTOCOLS_HTTP_AND_HTTPS = 3,
    CCURL_HTTP_VERSION_1_1 = 2,
    CCURL_HTTP_VERSION_2TLS = 4,
    CCURL_SSLVERSION_TLSv1_2 = 6,
    CCURL_HEADER_SEPARATE = 1,
    CCURL_WRITEFUNC_PAUSE = 0x10000001,
    CCURL_PREREQFUNC_OK = 0,
    CCURL_PREREQFUNC_ABORT = 1,
    CCURL_SOCKET_BAD = -1,
    CCURL_ERROR_SIZE = 256,
    CCURL_ECONNREFUSED = ECONNREFUSED,
};

/* CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION; CURLOPT_PREREQFUNCTION. */
typedef size_t (*ccurl_data_callback)(char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);
typedef int (*ccurl_prereq_callback)(
    void *_Nullable context, char *_Nullable peer, char *_Nullable local, int peer_port, int local_port);

/* struct curl_sockaddr, and CURLOPT_OPENSOCKETFUNCTION: answers a socket, or CCURL_SOCKET_BAD to pass the address over. */
typedef struct ccurl_sockaddr ccurl_sockaddr;
typedef int (*ccurl_open_socket_callback)(void *_Nullable context, int purpose, ccurl_sockaddr *_Nullable address);

enum { CCURL_LONGEST_IP = 16 };
/* Copies the IP address, most significant byte first; answers its length, 4 or 16, or 0 where it is of another family. */
size_t ccurl_sockaddr_ip(const ccurl_sockaddr *address, uint8_t *bytes);
/* Opens the socket that libcurl asked for, not to be inherited by programs that are started meanwhile. */
int ccurl_sockaddr_open(const ccurl_sockaddr *address);

/* CURL *, CURLM * and struct curl_slist *. */
typedef void *ccurl_easy;
typedef void *ccurl_multi;
typedef void *ccurl_list;

ccurl_easy _Nullable ccurl_easy_init(const ccurl_library *library);
void ccurl_easy_cleanup(const ccurl_library *library, ccurl_easy easy);
/* Lets a paused transfer go on. It may call the write callback before it returns. */
ccurl_code ccurl_easy_continue(const ccurl_library *library, ccurl_easy easy);
const char *ccurl_easy_strerror(const ccurl_library *library, ccurl_code code);

ccurl_code ccurl_setopt_long(const ccurl_library *library, ccurl_easy easy, ccurl_option option, long value);
ccurl_code ccurl_setopt_off_t(const ccurl_library *library, ccurl_easy easy, ccurl_option option, int64_t value);
ccurl_code ccurl_setopt_pointer(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, const void *_Nullable value);
ccurl_code ccurl_setopt_data_callback(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, ccurl_data_callback value);
ccurl_code ccurl_setopt_prereq_callback(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, ccurl_prereq_callback value);
ccurl_code ccurl_setopt_open_socket_callback(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, ccurl_open_socket_callback value);

ccurl_code ccurl_getinfo_long(const ccurl_library *library, ccurl_easy easy, ccurl_info info, long *value);
ccurl_code ccurl_getinfo_off_t(const ccurl_library *library, ccurl_easy easy, ccurl_info info, int64_t *value);

/* Appends a copy of the text. NULL if memory is out; the list is then unchanged. */
ccurl_list _Nullable ccurl_list_append(const ccurl_library *library, ccurl_list _Nullable list, const char *text);
void ccurl_list_free(const ccurl_library *library, ccurl_list _Nullable list);

ccurl_multi _Nullable ccurl_multi_init(const ccurl_library *library);
void ccurl_multi_cleanup(const ccurl_library *library, ccurl_multi multi);
int ccurl_multi_setopt_long(const ccurl_library *library, ccurl_multi multi, ccurl_multi_option option, long value);
int ccurl_multi_add(const ccurl_library *library, ccurl_multi multi, ccurl_easy easy);
int ccurl_multi_remove(const ccurl_library *library, ccurl_multi multi, ccurl_easy easy);
int ccurl_multi_perform(const ccurl_library *library, ccurl_multi multi);
/* Waits for a socket, a wake-up or the timeout, whichever comes first. */
int ccurl_multi_poll(const ccurl_library *library, ccurl_multi multi, int timeout_ms);
/* The one call that any thread may make. */
int ccurl_multi_wakeup(const ccurl_library *library, ccurl_multi multi);
/* Takes the next transfer that has ended; NULL if there is none. */
ccurl_easy _Nullable ccurl_multi_next_done(const ccurl_library *library, ccurl_multi multi, ccurl_code *code);

/*
 Runs the body on a detached thread with every signal blocked: the process's handlers do not run on it, and writing to a
 socket that the peer has closed is an error there, not a SIGPIPE. Answers 0 or an errno.
 */
int ccurl_thread_start(void (*body)(void *_Nonnull context), void *context);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
