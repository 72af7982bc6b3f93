/* The local rules in the registry. */
#include "netsh.h"

#define POLICY L"SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules"

HKEY policy(void) {
    HKEY key = NULL;
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, POLICY, 0, NULL, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, NULL, &key, NULL);
    return key;
}
void store(HKEY key, const wchar_t *id, const Rule *rule) {
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
Found find(HKEY key, const Rule *wanted) {
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
void load(HKEY key, const wchar_t *id, Rule *rule) {
    static wchar_t text[ROOM];
    DWORD size = sizeof text - sizeof *text;
    memset(text, 0, sizeof text);
    RegQueryValueExW(key, id, NULL, NULL, (BYTE *)text, &size);
    decode(text, rule);
}
