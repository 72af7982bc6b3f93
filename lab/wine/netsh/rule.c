/* A rule between its text in the registry and its fields, in groups that one netsh parameter each sets. */
#include "netsh.h"

static const struct { const wchar_t *key; Group group; } FIELDS[] = {
    {L"Action", ACTION}, {L"Active", ACTIVE}, {L"Dir", DIRECTION}, {L"Protocol", PROTOCOL}, {L"Profile", PROFILE},
    {L"ICMP4", ICMP}, {L"ICMP6", ICMP}, {L"LPort", LOCAL_PORT}, {L"LPort2_10", LOCAL_PORT}, {L"RPort", REMOTE_PORT},
    {L"RPort2_10", REMOTE_PORT}, {L"LA4", LOCAL_IP}, {L"LA6", LOCAL_IP}, {L"RA4", REMOTE_IP}, {L"RA6", REMOTE_IP},
    {L"IF", INTERFACE}, {L"IFType", INTERFACE}, {L"App", APP}, {L"Svc", SERVICE}, {L"RMAuth", COMPUTERS},
    {L"RUAuth", USERS}, {L"Name", NAME}, {L"Desc", DESCRIPTION}, {L"Edge", EDGE}, {L"Defer", EDGE},
    {L"Security", SECURITY}, {L"Security2", SECURITY}, {L"Security2_9", SECURITY},
};

void field(wchar_t *to, const wchar_t *key, const wchar_t *value) {
    size_t length = wcslen(to);
    _snwprintf(to + length, ROOM - length - 1, L"%ls=%ls|", key, value);
    to[ROOM - 1] = 0;
}

void decode(const wchar_t *text, Rule *rule) {
    static wchar_t copy[ROOM];
    memset(rule, 0, sizeof *rule);
    wcsncpy(copy, text, ROOM - 1);
    wchar_t *at = wcschr(copy, L'|');
    while (at && *++at) {
        wchar_t *end = wcschr(at, L'|'), *equals = wcschr(at, L'=');
        if (end) *end = 0;
        if (equals && (!end || equals < end)) {
            Group group = OTHER;
            *equals = 0;
            for (size_t i = 0; i < LENGTH(FIELDS); i++) if (!_wcsicmp(FIELDS[i].key, at)) group = FIELDS[i].group;
            field(rule->group[group], at, equals + 1);
        }
        at = end;
    }
}
void encode(const Rule *rule, wchar_t *text) {
    wcscpy(text, L"v2.33|");
    for (int i = 0; i < GROUPS; i++) wcsncat(text, rule->group[i], ROOM - wcslen(text) - 1);
}
