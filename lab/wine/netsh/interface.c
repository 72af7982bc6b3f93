/* interface portproxy add|delete, and interface ipv4 show excludedportrange */
#include "netsh.h"

/* interface ipv4|ipv6 show excludedportrange protocol=tcp|udp */
int excluded_ranges(int count, wchar_t **arguments) {
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
int port_proxy(BOOL adding, int count, wchar_t **arguments) {
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
