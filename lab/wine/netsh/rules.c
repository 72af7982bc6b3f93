/* advfirewall firewall add|delete|set|show rule */
#include "netsh.h"

static Rule given, changes, current;

int add_rule(int count, wchar_t **arguments) {
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

int delete_rule(int count, wchar_t **arguments) {
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

int set_rule(int count, wchar_t **arguments) {
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
int show_rule(int count, wchar_t **arguments) {
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
