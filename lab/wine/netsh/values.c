/* The values of parameters, each as the documented grammar has it: profiles, protocols and ports. */
#include "netsh.h"

BOOL text_value(const wchar_t *value, size_t longest) {
    size_t length = wcslen(value);
    return length >= 1 && length <= longest && !wcschr(value, L'|');
}
BOOL number(const wchar_t *text, unsigned most, unsigned *result) {
    unsigned n = 0, digits = 0;
    for (; *text; text++, digits++) {
        if (*text < L'0' || *text > L'9' || digits > 5) return FALSE;
        n = n * 10 + (*text - L'0');
    }
    *result = n;
    return digits > 0 && n <= most;
}
const wchar_t *one_of(const wchar_t *value, const wchar_t *const pairs[][2], size_t count) {
    for (size_t i = 0; i < count; i++) if (!wcscmp(value, pairs[i][0])) return pairs[i][1];
    return NULL;
}
wchar_t *next_of(wchar_t **list) {
    wchar_t *begin = *list, *comma;
    if (!begin) return NULL;
    comma = wcschr(begin, L',');
    if (comma) *comma = 0;
    *list = comma ? comma + 1 : NULL;
    return begin;
}

Text profiles(const wchar_t *value, Rule *rule) {
    static wchar_t copy[ROOM];
    static const wchar_t *const NAMES[][2] = {{L"domain", L"Domain"}, {L"private", L"Private"}, {L"public", L"Public"}};
    BOOL has[3] = {0};
    wchar_t *list = copy, *each;
    if (!wcscmp(value, L"any")) return OK;
    wcsncpy(copy, value, ROOM - 1);
    while ((each = next_of(&list))) {
        size_t i = 0;
        while (i < 3 && wcscmp(each, NAMES[i][0])) i++;
        if (i == 3 || has[i]) return BAD_VALUE;
        has[i] = TRUE;
    }
    if (has[0] && has[1] && has[2]) return OK;
    for (int i = 0; i < 3; i++) if (has[i]) field(rule->group[PROFILE], L"Profile", NAMES[i][1]);
    return OK;
}

Text protocol(const wchar_t *value, Rule *rule) {
    static const wchar_t *const NAMES[][2] = {
        {L"tcp", L"6"}, {L"udp", L"17"}, {L"icmpv4", L"1"}, {L"icmpv6", L"58"}, {L"any", L""}};
    const wchar_t *known = one_of(value, NAMES, LENGTH(NAMES));
    unsigned n, type, code;
    if (known) {
        if (*known) field(rule->group[PROTOCOL], L"Protocol", known);
        return OK;
    }
    if (!wcsncmp(value, L"icmpv4:", 7) || !wcsncmp(value, L"icmpv6:", 7)) {
        static wchar_t copy[64], both[64];
        BOOL four = value[5] == L'4';
        wchar_t *list = copy, *first, *second;
        if (wcslen(value) > 20) return BAD_PROTOCOL;
        wcscpy(copy, value + 7);
        first = next_of(&list);
        second = next_of(&list);
        if (!second || list) return BAD_PROTOCOL;
        if (wcscmp(first, L"any") && !number(first, 255, &type)) return BAD_PROTOCOL;
        if (wcscmp(second, L"any") && !number(second, 255, &code)) return BAD_PROTOCOL;
        field(rule->group[PROTOCOL], L"Protocol", four ? L"1" : L"58");
        if (wcscmp(first, L"any")) {
            _snwprintf(both, 63, L"%ls:%ls", first, wcscmp(second, L"any") ? second : L"*");
            field(rule->group[ICMP], four ? L"ICMP4" : L"ICMP6", both);
        }
        return OK;
    }
    if (!number(value, 255, &n)) return BAD_PROTOCOL;
    field(rule->group[PROTOCOL], L"Protocol", value);
    return OK;
}

Text ports(const wchar_t *value, BOOL local, Rule *rule) {
    static wchar_t copy[ROOM];
    wchar_t *to = rule->group[local ? LOCAL_PORT : REMOTE_PORT], *list = copy, *each;
    const wchar_t *single = local ? L"LPort" : L"RPort", *range = local ? L"LPort2_10" : L"RPort2_10";
    unsigned first, last, count = 0;
    if (!wcscmp(value, L"any")) return OK;
    if (local && (!wcscmp(value, L"RPC") || !wcscmp(value, L"RPC-EPMap"))) { field(to, single, value); return OK; }
    if (local && !wcscmp(value, L"IPHTTPS")) { field(to, range, L"IPHTTPSIn"); return OK; }
    if (wcslen(value) >= ROOM) return BAD_PORT;
    wcscpy(copy, value);
    while ((each = next_of(&list))) {
        wchar_t *dash = wcschr(each, L'-');
        if (++count > 1000) return BAD_PORT;
        if (dash) *dash = 0;
        if (!number(each, 65535, &first) || (dash && (!number(dash + 1, 65535, &last) || first > last))) return BAD_PORT;
        if (dash) *dash = L'-';
        field(to, dash ? range : single, each);
    }
    return OK;
}
