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
#include "netsh.h"

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
