/* "key=value" parameters, and what holds between them. */
#include "netsh.h"

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

Text parameters(int count, wchar_t **arguments, unsigned allowed, Rule *rule) {
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
BOOL has_ports(const Rule *rule) { return rule->group[LOCAL_PORT][0] || rule->group[REMOTE_PORT][0]; }
BOOL carries_ports(const Rule *rule) {
    return !wcscmp(rule->group[PROTOCOL], L"Protocol=6|") || !wcscmp(rule->group[PROTOCOL], L"Protocol=17|");
}
Text consistent(const Rule *rule) {
    BOOL in = !wcscmp(rule->group[DIRECTION], L"Dir=In|");
    if (has_ports(rule) && !carries_ports(rule)) return BAD_PROTOCOL;
    if (rule->group[EDGE][0] && !in) return BAD_VALUE;
    if (wcsstr(rule->group[LOCAL_PORT], L"RPC") && (!in || wcscmp(rule->group[PROTOCOL], L"Protocol=6|"))) return BAD_PORT;
    if ((rule->group[COMPUTERS][0] || rule->group[USERS][0]) && !rule->group[SECURITY][0]) return BAD_VALUE;
    if (!wcscmp(rule->group[ACTION], L"Action=ByPass|") && in && !rule->group[COMPUTERS][0]) return BAD_VALUE;
    return OK;
}
BOOL is_all(const Rule *rule) { return !_wcsicmp(rule->group[NAME], L"Name=all|"); }
