#include "CCurl.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* struct curl_sockaddr: what socket(2) shall be given, and an address of `size` bytes, longer than its last field. */
struct ccurl_sockaddr {
    int family;
    int kind;
    int protocol;
    unsigned int size;
    struct sockaddr address;
};

size_t ccurl_sockaddr_ip(const ccurl_sockaddr *address, uint8_t *bytes) {
    const uint8_t *start = (const uint8_t *)&address->address;
    if (address->family == AF_INET && address->size >= sizeof(struct sockaddr_in)) {
        memcpy(bytes, start + offsetof(struct sockaddr_in, sin_addr), 4);
        return 4;
    }
    if (address->family == AF_INET6 && address->size >= sizeof(struct sockaddr_in6)) {
        memcpy(bytes, start + offsetof(struct sockaddr_in6, sin6_addr), 16);
        return 16;
    }
    return 0;
}

int ccurl_sockaddr_open(const ccurl_sockaddr *address) {
#ifdef SOCK_CLOEXEC
    return socket(address->family, address->kind | SOCK_CLOEXEC, address->protocol);
#else
    int descriptor = socket(address->family, address->kind, address->protocol);
    if (descriptor >= 0) (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
#endif
}
