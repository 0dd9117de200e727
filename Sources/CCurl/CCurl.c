#include "CCurl.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/* The head of curl_version_info_data; fields are only ever appended, and `age` says how many there are. */
struct version_info {
    int age;
    const char *version;
    unsigned int version_number;
    const char *host;
    int features;
    const char *tls_version;
    long tls_version_number;
    const char *zlib_version;
    const char *const *protocols;
    const char *ares;
    int ares_number;
    const char *idn;
    int iconv_number;
    const char *ssh_version;
    unsigned int brotli_number;
    const char *brotli_version;
    unsigned int http2_number;
    const char *http2_version;
    const char *quic_version;
    const char *ca_file; /* since age 6, with the next one */
    const char *ca_directory;
};
enum { VERSION_INFO_NOW = 9, AGE_WITH_CA = 6 };

/* struct CURLMsg. */
struct message {
    int kind;
    void *easy;
    union {
        void *whatever;
        int code;
    } data;
};
enum { MESSAGE_DONE = 1, CONTINUE_ALL = 0, GLOBAL_DEFAULT = 3 };

struct ccurl_library {
    const struct version_info *info;

    int (*global_init)(long flags);
    const struct version_info *(*version_info)(int age);

    void *(*easy_init)(void);
    void (*easy_cleanup)(void *easy);
    int (*easy_setopt)(void *easy, int option, ...);
    int (*easy_getinfo)(void *easy, int info, ...);
    int (*easy_pause)(void *easy, int mask);
    const char *(*easy_strerror)(int code);

    void *(*slist_append)(void *list, const char *text);
    void (*slist_free_all)(void *list);

    void *(*multi_init)(void);
    int (*multi_cleanup)(void *multi);
    int (*multi_setopt)(void *multi, int option, ...);
    int (*multi_add_handle)(void *multi, void *easy);
    int (*multi_remove_handle)(void *multi, void *easy);
    int (*multi_perform)(void *multi, int *running);
    int (*multi_poll)(void *multi, void *extra, unsigned int extra_count, int timeout_ms, int *ready);
    int (*multi_wakeup)(void *multi);
    struct message *(*multi_info_read)(void *multi, int *left);
};

static bool bind(ccurl_library *library, void *object, char *reason, size_t reason_size) {
    const struct {
        const char *name;
        void *slot;
    } functions[] = {
        {"curl_global_init", &library->global_init},
        {"curl_version_info", &library->version_info},
        {"curl_easy_init", &library->easy_init},
        {"curl_easy_cleanup", &library->easy_cleanup},
        {"curl_easy_setopt", &library->easy_setopt},
        {"curl_easy_getinfo", &library->easy_getinfo},
        {"curl_easy_pause", &library->easy_pause},
        {"curl_easy_strerror", &library->easy_strerror},
        {"curl_slist_append", &library->slist_append},
        {"curl_slist_free_all", &library->slist_free_all},
        {"curl_multi_init", &library->multi_init},
        {"curl_multi_cleanup", &library->multi_cleanup},
        {"curl_multi_setopt", &library->multi_setopt},
        {"curl_multi_add_handle", &library->multi_add_handle},
        {"curl_multi_remove_handle", &library->multi_remove_handle},
        {"curl_multi_perform", &library->multi_perform},
        {"curl_multi_poll", &library->multi_poll},     /* 7.66 */
        {"curl_multi_wakeup", &library->multi_wakeup}, /* 7.68 */
        {"curl_multi_info_read", &library->multi_info_read},
    };
    for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
        void *symbol = dlsym(object, functions[index].name);
        if (symbol == NULL) {
            snprintf(reason, reason_size, "it has no %s, so it is older than 7.68", functions[index].name);
            return false;
        }
        /* POSIX guarantees that a function's address fits an object pointer, which C alone does not. */
        *(void **)functions[index].slot = symbol;
    }
    return true;
}

ccurl_library *ccurl_open(const char *const *names, size_t count, char *reason, size_t reason_size) {
    snprintf(reason, reason_size, "no name was given");
    for (size_t index = 0; index < count; index++) {
        void *object = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (object == NULL) {
            const char *error = dlerror();
            snprintf(reason, reason_size, "%s", error != NULL ? error : names[index]);
            continue;
        }
        ccurl_library *library = calloc(1, sizeof *library);
        if (library == NULL) {
            snprintf(reason, reason_size, "out of memory");
        } else if (!bind(library, object, reason, reason_size)) {
            /* reason is set */
        } else if (library->global_init(GLOBAL_DEFAULT) != 0) {
            snprintf(reason, reason_size, "curl_global_init failed");
        } else {
            library->info = library->version_info(VERSION_INFO_NOW);
            return library;
        }
        free(library);
        dlclose(object);
    }
    return NULL;
}

const char *ccurl_version(const ccurl_library *library) { return library->info->version; }

const char *ccurl_default_ca_file(const ccurl_library *library) {
    return library->info->age >= AGE_WITH_CA ? library->info->ca_file : NULL;
}

const char *ccurl_default_ca_directory(const ccurl_library *library) {
    return library->info->age >= AGE_WITH_CA ? library->info->ca_directory : NULL;
}

ccurl_easy ccurl_easy_init(const ccurl_library *library) { return library->easy_init(); }

void ccurl_easy_cleanup(const ccurl_library *library, ccurl_easy easy) { library->easy_cleanup(easy); }

ccurl_code ccurl_easy_continue(const ccurl_library *library, ccurl_easy easy) {
    return (ccurl_code)library->easy_pause(easy, CONTINUE_ALL);
}

const char *ccurl_easy_strerror(const ccurl_library *library, ccurl_code code) {
    return library->easy_strerror((int)code);
}

ccurl_code ccurl_setopt_long(const ccurl_library *library, ccurl_easy easy, ccurl_option option, long value) {
    return (ccurl_code)library->easy_setopt(easy, (int)option, value);
}

ccurl_code ccurl_setopt_off_t(const ccurl_library *library, ccurl_easy easy, ccurl_option option, int64_t value) {
    return (ccurl_code)library->easy_setopt(easy, (int)option, value);
}

ccurl_code ccurl_setopt_pointer(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, const void *value) {
    return (ccurl_code)library->easy_setopt(easy, (int)option, value);
}

ccurl_code ccurl_setopt_data_callback(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, ccurl_data_callback value) {
    return (ccurl_code)library->easy_setopt(easy, (int)option, value);
}

ccurl_code ccurl_setopt_prereq_callback(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, ccurl_prereq_callback value) {
    return (ccurl_code)library->easy_setopt(easy, (int)option, value);
}

ccurl_code ccurl_setopt_open_socket_callback(
    const ccurl_library *library, ccurl_easy easy, ccurl_option option, ccurl_open_socket_callback value) {
    return (ccurl_code)library->easy_setopt(easy, (int)option, value);
}

ccurl_code ccurl_getinfo_long(const ccurl_library *library, ccurl_easy easy, ccurl_info info, long *value) {
    return (ccurl_code)library->easy_getinfo(easy, (int)info, value);
}

ccurl_code ccurl_getinfo_off_t(const ccurl_library *library, ccurl_easy easy, ccurl_info info, int64_t *value) {
    return (ccurl_code)library->easy_getinfo(easy, (int)info, value);
}

ccurl_list ccurl_list_append(const ccurl_library *library, ccurl_list list, const char *text) {
    return library->slist_append(list, text);
}

void ccurl_list_free(const ccurl_library *library, ccurl_list list) { library->slist_free_all(list); }

ccurl_multi ccurl_multi_init(const ccurl_library *library) { return library->multi_init(); }

void ccurl_multi_cleanup(const ccurl_library *library, ccurl_multi multi) { library->multi_cleanup(multi); }

int ccurl_multi_setopt_long(const ccurl_library *library, ccurl_multi multi, ccurl_multi_option option, long value) {
    return library->multi_setopt(multi, (int)option, value);
}

int ccurl_multi_add(const ccurl_library *library, ccurl_multi multi, ccurl_easy easy) {
    return library->multi_add_handle(multi, easy);
}

int ccurl_multi_remove(const ccurl_library *library, ccurl_multi multi, ccurl_easy easy) {
    return library->multi_remove_handle(multi, easy);
}

int ccurl_multi_perform(const ccurl_library *library, ccurl_multi multi) {
    int running = 0;
    return library->multi_perform(multi, &running);
}

int ccurl_multi_poll(const ccurl_library *library, ccurl_multi multi, int timeout_ms) {
    return library->multi_poll(multi, NULL, 0, timeout_ms, NULL);
}

int ccurl_multi_wakeup(const ccurl_library *library, ccurl_multi multi) { return library->multi_wakeup(multi); }

ccurl_easy ccurl_multi_next_done(const ccurl_library *library, ccurl_multi multi, ccurl_code *code) {
    int left = 0;
    struct message *message = NULL;
    while ((message = library->multi_info_read(multi, &left)) != NULL) {
        if (message->kind != MESSAGE_DONE) continue;
        *code = (ccurl_code)message->data.code;
        return message->easy;
    }
    return NULL;
}
