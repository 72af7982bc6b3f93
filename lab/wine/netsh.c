/* A stand-in for netsh.exe, for tests under Wine, whose own does nothing and exits with 0.
 *
 * It accepts exactly the documented grammar of "netsh advfirewall firewall add|delete|set|show rule",
 * refuses everything else with the documented text on standard output and exit code 1, and writes,
 * changes and deletes the registry values that the firewall service would (MS-GPFAS 2.2.2.19). The same
 * for "netsh interface portproxy add|delete"; "interface ipv4 show excludedportrange" shows what it is told.
 *
 *   NARU_NETSH_LOG       file that gets each command line, UTF-8, a line each (netsh.log beside it)
 *   NARU_NETSH_LANGUAGE  ko: Korean texts in code page 949
 *   NARU_NETSH_MODE      deny: not elevated; lie: exit code 0 and nothing done; hang: no end;
 *                        fail: does it, and exits with 1
 *   NARU_NETSH_EXCLUDED  port exclusion ranges, such as 49692-49791,50000-50059*
 */
#define _WIN32_WINNT 0x0A00
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <objbase.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

#define ROOM 65536
#define POLICY L"SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules"
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* ---- what it says ---- */

typedef enum { OK, DELETED, UPDATED, NO_MATCH, ELEVATION, BAD_VALUE, BAD_PORT, BAD_PROTOCOL, SYNTAX, ARGUMENTS, NOT_FOUND } Text;
static const wchar_t *ENGLISH[] = {
    L"Ok.\n\n",
    L"\nDeleted %d rule(s).\nOk.\n\n",
    L"\nUpdated %d rule(s).\nOk.\n\n",
    L"\nNo rules match the specified criteria.\n\n",
    L"The requested operation requires elevation (Run as administrator).\n\n",
    L"\nA specified value is not valid.\n\n",
    L"\nA specified port value is not valid.\n\n",
    L"\nA specified protocol value is not valid.\n\n",
    L"\nThe syntax supplied for this command is not valid. Check help for the correct syntax.\n\n",
    L"\nThe number of arguments provided is not valid. Check help for the correct syntax.\n\n",
    L"The following command was not found: %ls.\n",
};
static const wchar_t *KOREAN[] = {
    L"확인됨.\n\n",
    L"\n%d개의 규칙을 삭제했습니다.\n확인됨.\n\n",
    L"\n%d개의 규칙을 업데이트했습니다.\n확인됨.\n\n",
    L"\n지정된 조건과 일치하는 규칙이 없습니다.\n\n",
    L"요청한 작업을 수행하려면 권한 상승이 필요합니다(관리자 권한으로 실행).\n\n",
    L"\n지정한 값이 잘못되었습니다.\n\n",
    L"\n지정한 포트 값이 잘못되었습니다.\n\n",
    L"\n지정한 프로토콜 값이 잘못되었습니다.\n\n",
    L"\n이 명령에 제공된 구문이 잘못되었습니다. 올바른 구문은 도움말을 확인하십시오.\n\n",
    L"\n제공된 인수의 개수가 잘못되었습니다. 올바른 구문은 도움말을 확인하십시오.\n\n",
    L"다음 명령을 찾을 수 없습니다: %ls.\n",
};
static const wchar_t USAGE[] =
    L"\nUsage: add rule name=<string>\n      dir=in|out\n      action=allow|block|bypass\n"
    L"      [program=<program path>]\n      [service=<service short name>|any]\n      [description=<string>]\n"
    L"      [enable=yes|no (default=yes)]\n      [profile=public|private|domain|any[,...]]\n"
    L"      [localip=any|<IPv4 address>|<IPv6 address>|<subnet>|<range>|<list>]\n"
    L"      [remoteip=any|localsubnet|dns|dhcp|wins|defaultgateway|\n"
    L"         <IPv4 address>|<IPv6 address>|<subnet>|<range>|<list>]\n"
    L"      [localport=0-65535|<port range>[,...]|RPC|RPC-EPMap|IPHTTPS|any (default=any)]\n"
    L"      [remoteport=0-65535|<port range>[,...]|any (default=any)]\n"
    L"      [protocol=0-255|icmpv4|icmpv6|icmpv4:type,code|icmpv6:type,code|\n         tcp|udp|any (default=any)]\n"
    L"      [interfacetype=wireless|lan|ras|any]\n      [rmtcomputergrp=<SDDL string>]\n"
    L"      [rmtusrgrp=<SDDL string>]\n      [edge=yes|deferapp|deferuser|no (default=no)]\n"
    L"      [security=authenticate|authenc|authdynenc|authnoencap|notrequired\n         (default=notrequired)]\n\n";

static BOOL korean, lying, failing;

static void print(const wchar_t *format, ...) {
    static wchar_t wide[ROOM];
    static char bytes[ROOM * 4];
    va_list arguments;
    va_start(arguments, format);
    _vsnwprintf(wide, ROOM - 1, format, arguments);
    va_end(arguments);
    int n = WideCharToMultiByte(korean ? 949 : CP_OEMCP, 0, wide, -1, bytes, sizeof bytes, NULL, NULL);
    for (int i = 0; i < n - 1; i++) {
        if (bytes[i] == '\n') fputc('\r', stdout);
        fputc(bytes[i], stdout);
    }
}
#define SAY(text, ...) print((korean ? KOREAN : ENGLISH)[text], ##__VA_ARGS__)
static int refuse(Text text) {
    SAY(text);
    if (text == BAD_VALUE || text == BAD_PORT || text == BAD_PROTOCOL) print(L"%ls", USAGE);
    return 1;
}
static int done(void) { return failing ? 1 : 0; }

/* ---- a rule: its fields, as registry text, in groups that one netsh parameter each sets ---- */

typedef enum { ACTION, ACTIVE, DIRECTION, PROTOCOL, PROFILE, ICMP, LOCAL_PORT, REMOTE_PORT, LOCAL_IP, REMOTE_IP,
               INTERFACE, APP, SERVICE, COMPUTERS, USERS, NAME, DESCRIPTION, OTHER, EDGE, SECURITY, GROUPS } Group;
typedef struct { wchar_t group[GROUPS][ROOM]; BOOL given[GROUPS]; } Rule;

static const struct { const wchar_t *key; Group group; } FIELDS[] = {
    {L"Action", ACTION}, {L"Active", ACTIVE}, {L"Dir", DIRECTION}, {L"Protocol", PROTOCOL}, {L"Profile", PROFILE},
    {L"ICMP4", ICMP}, {L"ICMP6", ICMP}, {L"LPort", LOCAL_PORT}, {L"LPort2_10", LOCAL_PORT}, {L"RPort", REMOTE_PORT},
    {L"RPort2_10", REMOTE_PORT}, {L"LA4", LOCAL_IP}, {L"LA6", LOCAL_IP}, {L"RA4", REMOTE_IP}, {L"RA6", REMOTE_IP},
    {L"IF", INTERFACE}, {L"IFType", INTERFACE}, {L"App", APP}, {L"Svc", SERVICE}, {L"RMAuth", COMPUTERS},
    {L"RUAuth", USERS}, {L"Name", NAME}, {L"Desc", DESCRIPTION}, {L"Edge", EDGE}, {L"Defer", EDGE},
    {L"Security", SECURITY}, {L"Security2", SECURITY}, {L"Security2_9", SECURITY},
};

static void field(wchar_t *to, const wchar_t *key, const wchar_t *value) {
    size_t length = wcslen(to);
    _snwprintf(to + length, ROOM - length - 1, L"%ls=%ls|", key, value);
    to[ROOM - 1] = 0;
}

static void decode(const wchar_t *text, Rule *rule) {
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
static void encode(const Rule *rule, wchar_t *text) {
    wcscpy(text, L"v2.33|");
    for (int i = 0; i < GROUPS; i++) wcsncat(text, rule->group[i], ROOM - wcslen(text) - 1);
}

/* ---- values ---- */

static BOOL text_value(const wchar_t *value, size_t longest) {
    size_t length = wcslen(value);
    return length >= 1 && length <= longest && !wcschr(value, L'|');
}
static BOOL number(const wchar_t *text, unsigned most, unsigned *result) {
    unsigned n = 0, digits = 0;
    for (; *text; text++, digits++) {
        if (*text < L'0' || *text > L'9' || digits > 5) return FALSE;
        n = n * 10 + (*text - L'0');
    }
    *result = n;
    return digits > 0 && n <= most;
}
static const wchar_t *one_of(const wchar_t *value, const wchar_t *const pairs[][2], size_t count) {
    for (size_t i = 0; i < count; i++) if (!wcscmp(value, pairs[i][0])) return pairs[i][1];
    return NULL;
}
/* next_of LIST: its next element, NULL at the end; an empty one is returned as such */
static wchar_t *next_of(wchar_t **list) {
    wchar_t *begin = *list, *comma;
    if (!begin) return NULL;
    comma = wcschr(begin, L',');
    if (comma) *comma = 0;
    *list = comma ? comma + 1 : NULL;
    return begin;
}

static Text profiles(const wchar_t *value, Rule *rule) {
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

static Text protocol(const wchar_t *value, Rule *rule) {
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

static Text ports(const wchar_t *value, BOOL local, Rule *rule) {
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
static Text addresses(const wchar_t *value, BOOL local, Rule *rule) {
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

static Text enumeration(const wchar_t *value, const wchar_t *const pairs[][2], size_t count, Group group, Rule *rule) {
    const wchar_t *text = one_of(value, pairs, count);
    if (!text) return BAD_VALUE;
    wcscpy(rule->group[group], text);
    return OK;
}
#define ONE_OF(group, ...)                                                                    \
    do {                                                                                      \
        static const wchar_t *const PAIRS[][2] = {__VA_ARGS__};                                \
        return enumeration(value, PAIRS, LENGTH(PAIRS), group, rule);                          \
    } while (0)

static const struct { const wchar_t *key; Group group; } PARAMETERS[] = {
    {L"name", NAME}, {L"dir", DIRECTION}, {L"action", ACTION}, {L"program", APP}, {L"service", SERVICE},
    {L"description", DESCRIPTION}, {L"enable", ACTIVE}, {L"profile", PROFILE}, {L"localip", LOCAL_IP},
    {L"remoteip", REMOTE_IP}, {L"localport", LOCAL_PORT}, {L"remoteport", REMOTE_PORT}, {L"protocol", PROTOCOL},
    {L"interfacetype", INTERFACE}, {L"rmtcomputergrp", COMPUTERS}, {L"rmtusrgrp", USERS}, {L"edge", EDGE},
    {L"security", SECURITY},
};
#define BIT(group) (1u << (group))
static const unsigned ALL = ~0u;
static const unsigned SELECTING = BIT(NAME) | BIT(DIRECTION) | BIT(PROFILE) | BIT(APP) | BIT(SERVICE) | BIT(LOCAL_IP) |
                                  BIT(REMOTE_IP) | BIT(LOCAL_PORT) | BIT(REMOTE_PORT) | BIT(PROTOCOL);

static Text set_value(Group group, const wchar_t *value, Rule *rule) {
    rule->given[group] = TRUE;
    switch (group) {
    case NAME:
        if (!text_value(value, 9999)) return BAD_VALUE;
        field(rule->group[NAME], L"Name", value);
        return OK;
    case DESCRIPTION:
        if (!text_value(value, 9999)) return BAD_VALUE;
        field(rule->group[DESCRIPTION], L"Desc", value);
        return OK;
    case APP:
        if (!text_value(value, 259) || wcspbrk(value, L"/*?\"<>")) return BAD_VALUE;
        field(rule->group[APP], L"App", value);
        return OK;
    case SERVICE:
        if (!text_value(value, 259) || wcspbrk(value, L"/\\")) return BAD_VALUE;
        field(rule->group[SERVICE], L"Svc", wcscmp(value, L"any") ? value : L"*");
        return OK;
    case COMPUTERS:
    case USERS:
        if (!text_value(value, 9999)) return BAD_VALUE;
        field(rule->group[group], group == USERS ? L"RUAuth" : L"RMAuth", value);
        return OK;
    case DIRECTION: ONE_OF(DIRECTION, {L"in", L"Dir=In|"}, {L"out", L"Dir=Out|"});
    case ACTION: ONE_OF(ACTION, {L"allow", L"Action=Allow|"}, {L"block", L"Action=Block|"}, {L"bypass", L"Action=ByPass|"});
    case ACTIVE: ONE_OF(ACTIVE, {L"yes", L"Active=TRUE|"}, {L"no", L"Active=FALSE|"});
    case INTERFACE: ONE_OF(INTERFACE, {L"any", L""}, {L"wireless", L"IFType=Wireless|"}, {L"lan", L"IFType=Lan|"}, {L"ras", L"IFType=RemoteAccess|"});
    case EDGE: ONE_OF(EDGE, {L"no", L""}, {L"yes", L"Edge=TRUE|"}, {L"deferapp", L"Edge=TRUE|Defer=App|"}, {L"deferuser", L"Edge=TRUE|Defer=User|"});
    case SECURITY: ONE_OF(SECURITY, {L"notrequired", L""}, {L"authenticate", L"Security=Authenticate|"},
                          {L"authenc", L"Security=AuthenticateEncrypt|"},
                          {L"authnoencap", L"Security=Authenticate|Security2_9=An-NoEncap|"},
                          {L"authdynenc", L"Security=AuthenticateEncrypt|Security2=AnE-Nego|"});
    case PROFILE: return profiles(value, rule);
    case PROTOCOL: return protocol(value, rule);
    case LOCAL_PORT: return ports(value, TRUE, rule);
    case REMOTE_PORT: return ports(value, FALSE, rule);
    case LOCAL_IP: return addresses(value, TRUE, rule);
    case REMOTE_IP: return addresses(value, FALSE, rule);
    default: return SYNTAX;
    }
}

/* parameters COUNT ARGUMENTS: "key=value" each, only those in ALLOWED, none twice */
static Text parameters(int count, wchar_t **arguments, unsigned allowed, Rule *rule) {
    memset(rule, 0, sizeof *rule);
    for (int i = 0; i < count; i++) {
        wchar_t *equals = wcschr(arguments[i], L'=');
        size_t p = 0;
        Text text;
        if (!equals) return BAD_VALUE;
        *equals = 0;
        while (p < LENGTH(PARAMETERS) && _wcsicmp(PARAMETERS[p].key, arguments[i])) p++;
        *equals = L'=';
        if (p == LENGTH(PARAMETERS) || !(allowed & BIT(PARAMETERS[p].group))) return BAD_VALUE;
        if (rule->given[PARAMETERS[p].group]) return SYNTAX;
        text = set_value(PARAMETERS[p].group, equals + 1, rule);
        if (text != OK) return text;
    }
    return OK;
}
static BOOL has_ports(const Rule *rule) { return rule->group[LOCAL_PORT][0] || rule->group[REMOTE_PORT][0]; }
static BOOL carries_ports(const Rule *rule) {
    return !wcscmp(rule->group[PROTOCOL], L"Protocol=6|") || !wcscmp(rule->group[PROTOCOL], L"Protocol=17|");
}
/* what holds between the parameters (MS-FASP 2.2.37) */
static Text consistent(const Rule *rule) {
    BOOL in = !wcscmp(rule->group[DIRECTION], L"Dir=In|");
    if (has_ports(rule) && !carries_ports(rule)) return BAD_PROTOCOL;
    if (rule->group[EDGE][0] && !in) return BAD_VALUE;
    if (wcsstr(rule->group[LOCAL_PORT], L"RPC") && (!in || wcscmp(rule->group[PROTOCOL], L"Protocol=6|"))) return BAD_PORT;
    if ((rule->group[COMPUTERS][0] || rule->group[USERS][0]) && !rule->group[SECURITY][0]) return BAD_VALUE;
    if (!wcscmp(rule->group[ACTION], L"Action=ByPass|") && in && !rule->group[COMPUTERS][0]) return BAD_VALUE;
    return OK;
}
static BOOL is_all(const Rule *rule) { return !_wcsicmp(rule->group[NAME], L"Name=all|"); }

/* ---- the registry ---- */

static HKEY policy(void) {
    HKEY key = NULL;
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, POLICY, 0, NULL, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, NULL, &key, NULL);
    return key;
}
static void store(HKEY key, const wchar_t *id, const Rule *rule) {
    static wchar_t text[ROOM];
    encode(rule, text);
    RegSetValueExW(key, id, 0, REG_SZ, (BYTE *)text, (DWORD)((wcslen(text) + 1) * sizeof(wchar_t)));
}
static BOOL matches(const Rule *rule, const Rule *wanted) {
    for (int i = 0; i < GROUPS; i++) {
        if (!wanted->given[i] || (i == NAME && is_all(wanted))) continue;
        if (i == NAME || i == APP ? _wcsicmp(rule->group[i], wanted->group[i]) : wcscmp(rule->group[i], wanted->group[i]))
            return FALSE;
        if (i == PROTOCOL && wcscmp(rule->group[ICMP], wanted->group[ICMP])) return FALSE;
    }
    return TRUE;
}
/* each_match: calls for every rule that matches; deleting or changing it is the callee's to do after */
typedef struct { wchar_t (*ids)[512]; int count; } Found;
static Found find(HKEY key, const Rule *wanted) {
    static wchar_t id[512], text[ROOM];
    static Rule rule;
    Found found = {NULL, 0};
    for (DWORD i = 0;; i++) {
        DWORD length = LENGTH(id), size = sizeof text - sizeof *text, type;
        memset(text, 0, sizeof text);
        LONG error = RegEnumValueW(key, i, id, &length, NULL, &type, (BYTE *)text, &size);
        if (error == ERROR_NO_MORE_ITEMS) return found;
        if (error || type != REG_SZ) continue;
        decode(text, &rule);
        if (!matches(&rule, wanted)) continue;
        found.ids = realloc(found.ids, sizeof *found.ids * (found.count + 1));
        wcscpy(found.ids[found.count++], id);
    }
}
static void load(HKEY key, const wchar_t *id, Rule *rule) {
    static wchar_t text[ROOM];
    DWORD size = sizeof text - sizeof *text;
    memset(text, 0, sizeof text);
    RegQueryValueExW(key, id, NULL, NULL, (BYTE *)text, &size);
    decode(text, rule);
}

/* ---- the commands ---- */

static Rule given, changes, current;

static int add_rule(int count, wchar_t **arguments) {
    Text text = parameters(count, arguments, ALL, &given);
    if (text != OK) return refuse(text);
    if (!given.given[NAME] || !given.given[DIRECTION] || !given.given[ACTION]) return refuse(ARGUMENTS);
    if (is_all(&given)) return refuse(BAD_VALUE);
    text = consistent(&given);
    if (text != OK) return refuse(text);
    if (!given.given[ACTIVE]) wcscpy(given.group[ACTIVE], L"Active=TRUE|");
    if (!lying) {
        GUID guid;
        wchar_t id[64];
        HKEY key = policy();
        CoCreateGuid(&guid);
        StringFromGUID2(&guid, id, LENGTH(id));
        store(key, id, &given);
        RegCloseKey(key);
    }
    SAY(OK);
    return done();
}

static int delete_rule(int count, wchar_t **arguments) {
    Text text = parameters(count, arguments, SELECTING, &given);
    if (text != OK) return refuse(text);
    if (!given.given[NAME]) return refuse(ARGUMENTS);
    if (has_ports(&given) && !carries_ports(&given)) return refuse(BAD_PROTOCOL);
    HKEY key = policy();
    Found found = find(key, &given);
    if (!found.count) return refuse(NO_MATCH);
    for (int i = 0; !lying && i < found.count; i++) RegDeleteValueW(key, found.ids[i]);
    RegCloseKey(key);
    SAY(DELETED, found.count);
    return done();
}

static int set_rule(int count, wchar_t **arguments) {
    int split = 0;
    Text text;
    while (split < count && _wcsicmp(arguments[split], L"new")) split++;
    if (split == 0 || split >= count - 1) return refuse(ARGUMENTS);
    text = parameters(split, arguments, SELECTING, &given);
    if (text == OK) text = parameters(count - split - 1, arguments + split + 1, ALL, &changes);
    if (text != OK) return refuse(text);
    if (!given.given[NAME]) return refuse(ARGUMENTS);
    if (is_all(&given) || (changes.given[NAME] && is_all(&changes))) return refuse(BAD_VALUE);
    if (has_ports(&given) && !carries_ports(&given)) return refuse(BAD_PROTOCOL);
    HKEY key = policy();
    Found found = find(key, &given);
    if (!found.count) return refuse(NO_MATCH);
    for (int i = 0; i < found.count; i++) {
        load(key, found.ids[i], &current);
        for (int g = 0; g < GROUPS; g++) {
            if (!changes.given[g]) continue;
            wcscpy(current.group[g], changes.group[g]);
            if (g == PROTOCOL) wcscpy(current.group[ICMP], changes.group[ICMP]);
        }
        text = consistent(&current);
        if (text != OK) return refuse(text);
        if (!lying) store(key, found.ids[i], &current);
    }
    RegCloseKey(key);
    SAY(UPDATED, found.count);
    return done();
}

static const wchar_t *value_of(const wchar_t *group, const wchar_t *otherwise) {
    static wchar_t copy[ROOM];
    const wchar_t *equals = wcschr(group, L'=');
    if (!equals) return otherwise;
    wcscpy(copy, equals + 1);
    copy[wcscspn(copy, L"|")] = 0;
    return copy;
}
static int show_rule(int count, wchar_t **arguments) {
    static const struct { const wchar_t *label; Group group; const wchar_t *otherwise; } LINES[] = {
        {L"Enabled:", ACTIVE, L"FALSE"}, {L"Direction:", DIRECTION, L""}, {L"Profiles:", PROFILE, L"Domain,Private,Public"},
        {L"LocalIP:", LOCAL_IP, L"Any"}, {L"RemoteIP:", REMOTE_IP, L"Any"}, {L"Protocol:", PROTOCOL, L"Any"},
        {L"LocalPort:", LOCAL_PORT, L"Any"}, {L"RemotePort:", REMOTE_PORT, L"Any"}, {L"Action:", ACTION, L""}};
    if (count > 1 && !wcscmp(arguments[count - 1], L"verbose")) count--;
    if (count > 1 && (!wcscmp(arguments[count - 1], L"type=static") || !wcscmp(arguments[count - 1], L"type=dynamic"))) count--;
    Text text = parameters(count, arguments, BIT(NAME) | BIT(PROFILE) | BIT(DIRECTION), &given);
    if (text != OK) return refuse(text);
    if (!given.given[NAME]) return refuse(ARGUMENTS);
    HKEY key = policy();
    Found found = find(key, &given);
    if (!found.count) return refuse(NO_MATCH);
    for (int i = 0; i < found.count; i++) {
        load(key, found.ids[i], &current);
        print(L"\n%-38ls%ls\n", L"Rule Name:", value_of(current.group[NAME], L""));
        print(L"----------------------------------------------------------------------\n");
        for (size_t n = 0; n < LENGTH(LINES); n++)
            print(L"%-38ls%ls\n", LINES[n].label, value_of(current.group[LINES[n].group], LINES[n].otherwise));
    }
    RegCloseKey(key);
    SAY(OK);
    return 0;
}

/* interface ipv4|ipv6 show excludedportrange protocol=tcp|udp */
static int excluded_ranges(int count, wchar_t **arguments) {
    static wchar_t copy[ROOM];
    wchar_t *list = copy, *each;
    BOOL tcp = count == 1 && !wcscmp(arguments[0], L"protocol=tcp"), udp = count == 1 && !wcscmp(arguments[0], L"protocol=udp");
    if (!tcp && !udp) return refuse(SYNTAX);
    print(korean ? L"\n프로토콜 %ls 포트 제외 범위\n\n시작 포트    끝 포트\n----------    --------\n"
                 : L"\nProtocol %ls Port Exclusion Ranges\n\nStart Port    End Port\n----------    --------\n",
          tcp ? L"tcp" : L"udp");
    if (!GetEnvironmentVariableW(L"NARU_NETSH_EXCLUDED", copy, ROOM)) list = NULL;
    while ((each = next_of(&list))) {
        wchar_t *dash = wcschr(each, L'-');
        if (!dash) continue;
        *dash = 0;
        BOOL administered = dash[wcslen(dash + 1)] == L'*';
        print(L"%10d  %10d     %ls\n", _wtoi(each), _wtoi(dash + 1), administered ? L"*" : L"");
    }
    print(korean ? L"\n* - 관리되는 포트 제외입니다.\n\n" : L"\n* - Administered port exclusions.\n\n");
    return 0;
}

/* interface portproxy add|delete v4tov4|v4tov6|v6tov4|v6tov6 listenport= listenaddress= ... */
static int port_proxy(BOOL adding, int count, wchar_t **arguments) {
    static const wchar_t *const TAGS[] = {L"listenport", L"listenaddress", L"connectport", L"connectaddress", L"protocol"};
    static const wchar_t *const FAMILIES[] = {L"v4tov4", L"v4tov6", L"v6tov4", L"v6tov6"};
    const wchar_t *values[LENGTH(TAGS)] = {0};
    static wchar_t path[256], name[600], data[600];
    size_t family = 0;
    unsigned port;
    HKEY key;
    while (count && family < LENGTH(FAMILIES) && wcscmp(FAMILIES[family], arguments[0])) family++;
    if (!count || family == LENGTH(FAMILIES)) return refuse(SYNTAX);
    for (int i = 1; i < count; i++) {
        wchar_t *equals = wcschr(arguments[i], L'=');
        size_t t = 0;
        if (!equals || !equals[1] || wcslen(equals + 1) > 255) return refuse(SYNTAX);
        while (t < LENGTH(TAGS) && (wcsncmp(TAGS[t], arguments[i], equals - arguments[i]) || TAGS[t][equals - arguments[i]])) t++;
        if (t == LENGTH(TAGS) || values[t] || (!adding && (t == 2 || t == 3))) return refuse(SYNTAX);
        values[t] = equals + 1;
    }
    if (!values[0] || !number(values[0], 65535, &port) || !port || (values[4] && wcscmp(values[4], L"tcp"))) return refuse(SYNTAX);
    if (adding && (!values[2] || !values[3] || !number(values[2], 65535, &port) || !port)) return refuse(SYNTAX);
    _snwprintf(path, 255, L"SYSTEM\\CurrentControlSet\\Services\\PortProxy\\%ls\\tcp", FAMILIES[family]);
    _snwprintf(name, 599, L"%ls/%ls", values[1] ? values[1] : L"*", values[0]);
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, path, 0, NULL, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, NULL, &key, NULL);
    if (adding) {
        _snwprintf(data, 599, L"%ls/%ls", values[3], values[2]);
        if (!lying) RegSetValueExW(key, name, 0, REG_SZ, (BYTE *)data, (DWORD)((wcslen(data) + 1) * sizeof(wchar_t)));
    } else if (!lying && RegDeleteValueW(key, name)) {
        print(korean ? L"지정된 파일을 찾을 수 없습니다.\n\n" : L"The system cannot find the file specified.\n\n");
        return 1;
    }
    RegCloseKey(key);
    print(L"\n");
    return done();
}

/* ---- */

static void note_command_line(void) {
    wchar_t path[MAX_PATH + 16];
    static char utf8[ROOM * 4];
    if (!GetEnvironmentVariableW(L"NARU_NETSH_LOG", path, MAX_PATH)) {
        GetModuleFileNameW(NULL, path, MAX_PATH);
        wcscpy(wcsrchr(path, L'\\') + 1, L"netsh.log");
    }
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return;
    int n = WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, utf8, sizeof utf8 - 2, NULL, NULL);
    DWORD written;
    utf8[n - 1] = '\n';
    WriteFile(file, utf8, n, &written, NULL);
    CloseHandle(file);
}
static BOOL words(int count, wchar_t **arguments, int wanted, ...) {
    va_list list;
    BOOL same = count >= wanted;
    va_start(list, wanted);
    for (int i = 0; same && i < wanted; i++) same = !_wcsicmp(arguments[i], va_arg(list, wchar_t *));
    va_end(list);
    return same;
}

int wmain(int argc, wchar_t **argv) {
    wchar_t language[16] = {0}, mode[16] = {0};
    WSADATA winsock;
    int count = argc - 1;
    wchar_t **arguments = argv + 1;
    WSAStartup(MAKEWORD(2, 2), &winsock);
    GetEnvironmentVariableW(L"NARU_NETSH_LANGUAGE", language, 15);
    GetEnvironmentVariableW(L"NARU_NETSH_MODE", mode, 15);
    korean = !wcscmp(language, L"ko");
    lying = !wcscmp(mode, L"lie");
    failing = !wcscmp(mode, L"fail");
    note_command_line();
    if (!wcscmp(mode, L"hang")) Sleep(60000);

    if (words(count, arguments, 3, L"interface", L"ipv4", L"show") && count >= 4 && !_wcsicmp(arguments[3], L"excludedportrange"))
        return excluded_ranges(count - 4, arguments + 4);
    BOOL add_proxy = words(count, arguments, 3, L"interface", L"portproxy", L"add");
    if (add_proxy || words(count, arguments, 3, L"interface", L"portproxy", L"delete"))
        return !wcscmp(mode, L"deny") ? refuse(ELEVATION) : port_proxy(add_proxy, count - 3, arguments + 3);
    if (!words(count, arguments, 2, L"advfirewall", L"firewall")) {
        SAY(NOT_FOUND, count ? wcschr(GetCommandLineW(), L' ') + 1 : L"");
        return 1;
    }
    BOOL changing = words(count - 2, arguments + 2, 2, L"add", L"rule") || words(count - 2, arguments + 2, 2, L"delete", L"rule") ||
                    words(count - 2, arguments + 2, 2, L"set", L"rule");
    if (changing && !wcscmp(mode, L"deny")) return refuse(ELEVATION);
    if (words(count - 2, arguments + 2, 2, L"add", L"rule")) return add_rule(count - 4, arguments + 4);
    if (words(count - 2, arguments + 2, 2, L"delete", L"rule")) return delete_rule(count - 4, arguments + 4);
    if (words(count - 2, arguments + 2, 2, L"set", L"rule")) return set_rule(count - 4, arguments + 4);
    if (words(count - 2, arguments + 2, 2, L"show", L"rule")) return show_rule(count - 4, arguments + 4);
    SAY(NOT_FOUND, wcschr(GetCommandLineW(), L' ') + 1);
    return 1;
}
