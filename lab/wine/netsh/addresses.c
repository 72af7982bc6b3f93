/* Lists of addresses, subnets, ranges and the words for them. */
#include "netsh.h"

/* address TEXT: writes its bytes; 4 or 16, 0 for none */
static int address(const wchar_t *text, unsigned char *bytes) {
    if (InetPtonW(AF_INET, text, bytes) == 1) return 4;
    return InetPtonW(AF_INET6, text, bytes) == 1 ? 16 : 0;
}
static void written(const unsigned char *bytes, int size, wchar_t *text) {
    InetNtopW(size == 4 ? AF_INET : AF_INET6, (void *)bytes, text, 64);
}
/* subnet "a/24" or "a/255.255.255.0": writes it as the registry has it */
static BOOL subnet(wchar_t *text, wchar_t *slash, wchar_t *result, int *size) {
    unsigned char net[16], mask[16] = {0}, other[16];
    wchar_t first[64], second[64];
    unsigned prefix;
    *slash = 0;
    *size = address(text, net);
    if (!*size) return FALSE;
    if (*size == 4 && wcschr(slash + 1, L'.')) {
        unsigned bits = 0, i = 0;
        if (address(slash + 1, mask) != 4) return FALSE;
        for (i = 0; i < 4; i++) bits = bits << 8 | mask[i];
        if (!bits || (~bits & (~bits + 1))) return FALSE;
    } else {
        if (!number(slash + 1, *size * 8, &prefix) || !prefix) return FALSE;
        for (unsigned i = 0; i < prefix; i++) mask[i / 8] |= 0x80 >> i % 8;
    }
    for (int i = 0; i < *size; i++) other[i] = net[i] & mask[i];
    written(other, *size, first);
    if (*size == 4) {
        written(mask, 4, second);
        if (!wcscmp(second, L"255.255.255.255")) wcscpy(result, first);
        else _snwprintf(result, 127, L"%ls/%ls", first, second);
    } else {
        _snwprintf(result, 127, L"%ls/%u", first, prefix);
    }
    return TRUE;
}
Text addresses(const wchar_t *value, BOOL local, Rule *rule) {
    static wchar_t copy[ROOM];
    static const wchar_t *const WORDS[][2] = {{L"localsubnet", L"LocalSubnet"}, {L"dns", L"DNS"}, {L"dhcp", L"DHCP"},
                                               {L"wins", L"WINS"}, {L"defaultgateway", L"DefaultGateway"}};
    const wchar_t *four = local ? L"LA4" : L"RA4", *six = local ? L"LA6" : L"RA6";
    wchar_t *to = rule->group[local ? LOCAL_IP : REMOTE_IP], *list = copy, *each;
    unsigned count = 0;
    if (!wcscmp(value, L"any")) return OK;
    if (wcslen(value) >= ROOM) return BAD_VALUE;
    wcscpy(copy, value);
    while ((each = next_of(&list))) {
        wchar_t result[128] = {0}, *slash = wcschr(each, L'/'), *dash = wcschr(each, L'-');
        const wchar_t *word = local ? NULL : one_of(each, WORDS, LENGTH(WORDS));
        unsigned char first[16], last[16];
        int size = 0;
        if (++count > 1000) return BAD_VALUE;
        if (word) {
            field(to, four, word);
            field(to, six, word);
            continue;
        }
        if (slash) {
            if (!subnet(each, slash, result, &size)) return BAD_VALUE;
        } else if (dash) {
            *dash = 0;
            size = address(each, first);
            if (!size || address(dash + 1, last) != size || memcmp(first, last, size) > 0) return BAD_VALUE;
            *dash = L'-';
            wcsncpy(result, each, 127);
        } else {
            size = address(each, first);
            if (!size) return BAD_VALUE;
            written(first, size, result);
        }
        field(to, size == 4 ? four : six, result);
    }
    return OK;
}
