/* naru-setup.exe: what Naru's setup does to Windows and NSIS can't do well, run by it as administrator.
 *
 *   naru-setup add-rules FOLDER      makes the rules of the programs in that folder
 *   naru-setup remove-rules          deletes every inbound rule with Naru's mark
 *   naru-setup add-path FOLDER       puts the folder on the PATH of all users
 *   naru-setup remove-path FOLDER    takes it off
 *   naru-setup running FOLDER        exit code 1 when a program of that folder runs
 *   naru-setup close FOLDER          has those end by themselves (launcher.c), and ends them when they
 *                                    have not after ten seconds
 *
 * Exit code: 0 done, 1 not, 2 wrong usage. NSIS's strings end at 1,024 characters, where a PATH or the
 * text of a rule can go on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <tlhelp32.h>

#define MARK L"Naru - "
#define RULES \
    L"SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules"
#define ENVIRONMENT L"SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment"
#define ROOM 65536
#define MOST_NAMES 1024
#define PATIENCE_MS 10000

static const wchar_t *PROGRAMS[] = {L"Naru.exe", L"naru-cli.exe"};
#define PROGRAM_COUNT (sizeof PROGRAMS / sizeof *PROGRAMS)

/* ---- rules ---- */

/* Runs netsh of System32 with these parameters and returns its exit code. */
static DWORD netsh(const wchar_t *parameters) {
    static wchar_t program[MAX_PATH + 16], command[ROOM];
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION made;
    DWORD code = 1;
    UINT length = GetSystemDirectoryW(program, MAX_PATH);
    if (length == 0 || length >= MAX_PATH) return 1;
    wcscat(program, L"\\netsh.exe");
    _snwprintf(command, ROOM - 1, L"\"%ls\" advfirewall firewall %ls", program, parameters);
    if (!CreateProcessW(program, command, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &how, &made)) return 1;
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &code);
    CloseHandle(made.hThread);
    CloseHandle(made.hProcess);
    return code;
}

/* Takes the name out of a rule's text, "…|Name=Naru - Blog|…" (MS-GPFAS 2.2.2.19), if it bears the mark. */
static wchar_t *marked_name(const wchar_t *rule) {
    const wchar_t *field = wcsstr(rule, L"|Name=" MARK);
    if (field == NULL || wcsstr(rule, L"|Dir=In|") == NULL) return NULL;
    field += wcslen(L"|Name=");
    size_t length = wcscspn(field, L"|");
    wchar_t *found = calloc(length + 1, sizeof *found);
    if (found != NULL) memcpy(found, field, length * sizeof *found);
    if (found != NULL && wcschr(found, L'"') != NULL) {
        free(found);
        return NULL;
    }
    return found;
}

static int remove_rules(void) {
    static wchar_t value[ROOM], *names[MOST_NAMES], parameters[ROOM];
    wchar_t id[1024];
    HKEY key;
    size_t found = 0;
    int failed = 0;
    if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, RULES, 0, KEY_READ, &key) != ERROR_SUCCESS) return 0;
    for (DWORD i = 0; found < MOST_NAMES; i++) {
        DWORD id_length = 1024, size = sizeof value - sizeof *value, type;
        LONG answer = RegEnumValueW(key, i, id, &id_length, NULL, &type, (BYTE *)value, &size);
        if (answer == ERROR_MORE_DATA) continue;
        if (answer != ERROR_SUCCESS) break;
        value[size / sizeof *value] = 0;
        wchar_t *name = type == REG_SZ ? marked_name(value) : NULL;
        for (size_t each = 0; name != NULL && each < found; each++) {
            if (wcscmp(names[each], name) == 0) {
                free(name);
                name = NULL;
            }
        }
        if (name != NULL) names[found++] = name;
    }
    RegCloseKey(key);
    for (size_t i = 0; i < found; i++) {
        _snwprintf(parameters, ROOM - 1, L"delete rule name=\"%ls\" dir=in", names[i]);
        failed |= netsh(parameters) != 0;
        free(names[i]);
    }
    return failed;
}

/* Windows asks, and blocks, only where no rule at all names the program (MS-FASP, note 11). This one lets in
 * nobody whom the firewall would see: what Naru opens has rules of its own. */
static int add_rules(const wchar_t *folder) {
    static wchar_t parameters[ROOM];
    int failed = 0;
    for (size_t i = 0; i < PROGRAM_COUNT; i++) {
        _snwprintf(parameters, ROOM - 1, L"delete rule name=\"" MARK L"%ls\" dir=in", PROGRAMS[i]);
        netsh(parameters);
        _snwprintf(parameters, ROOM - 1,
                   L"add rule name=\"" MARK L"%ls\" dir=in action=allow program=\"%ls\\%ls\" remoteip=127.0.0.1 "
                   L"profile=any description=\"Made by Naru's setup, so that Windows does not ask. Opens nothing.\"",
                   PROGRAMS[i], folder, PROGRAMS[i]);
        failed |= netsh(parameters) != 0;
    }
    return failed;
}

/* ---- PATH ---- */

static wchar_t path[ROOM];
static DWORD path_type;

static int read_path(void) {
    DWORD size = sizeof path - sizeof *path;
    path_type = REG_EXPAND_SZ;
    LONG answer = RegGetValueW(HKEY_LOCAL_MACHINE, ENVIRONMENT, L"Path",
                               RRF_RT_REG_SZ | RRF_RT_REG_EXPAND_SZ | RRF_NOEXPAND, &path_type, path, &size);
    return answer == ERROR_SUCCESS || answer == ERROR_FILE_NOT_FOUND;
}

static int write_path(void) {
    LONG answer = RegSetKeyValueW(HKEY_LOCAL_MACHINE, ENVIRONMENT, L"Path", path_type, path,
                                  (DWORD)((wcslen(path) + 1) * sizeof *path));
    SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, (LPARAM)L"Environment", SMTO_ABORTIFHUNG, 2000, NULL);
    return answer == ERROR_SUCCESS ? 0 : 1;
}

/* Where the folder stands in the PATH, as a whole entry; NULL where it does not. */
static wchar_t *entry(const wchar_t *folder) {
    size_t length = wcslen(folder);
    for (wchar_t *at = path; at != NULL; at = wcschr(at, L';')) {
        if (*at == L';') at++;
        if (_wcsnicmp(at, folder, length) == 0 && (at[length] == 0 || at[length] == L';')) return at;
    }
    return NULL;
}

static int add_path(const wchar_t *folder) {
    if (!read_path() || wcslen(path) + wcslen(folder) + 2 > ROOM) return 1;
    if (entry(folder) != NULL) return 0;
    size_t length = wcslen(path);
    if (length > 0 && path[length - 1] != L';') wcscat(path, L";");
    wcscat(path, folder);
    return write_path();
}

static int remove_path(const wchar_t *folder) {
    if (!read_path()) return 1;
    wchar_t *at = entry(folder);
    if (at == NULL) return 0;
    wchar_t *rest = at + wcslen(folder);
    if (*rest == L';') rest++;
    else if (at > path) at--;
    memmove(at, rest, (wcslen(rest) + 1) * sizeof *rest);
    return write_path();
}

/* ---- what runs ---- */

/* Opens the process if it is a program of that folder. */
static HANDLE own(DWORD pid, const wchar_t *folder) {
    wchar_t image[MAX_PATH * 4], wanted[MAX_PATH * 4];
    DWORD length = MAX_PATH * 4;
    HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE | SYNCHRONIZE, FALSE, pid);
    if (process == NULL) return NULL;
    if (QueryFullProcessImageNameW(process, 0, image, &length)) {
        for (size_t i = 0; i < PROGRAM_COUNT; i++) {
            _snwprintf(wanted, MAX_PATH * 4 - 1, L"%ls\\%ls", folder, PROGRAMS[i]);
            if (_wcsicmp(image, wanted) == 0) return process;
        }
    }
    CloseHandle(process);
    return NULL;
}

/* Asks by the event that the launcher waits for. */
static void ask_to_end(DWORD pid) {
    wchar_t event_name[64];
    _snwprintf(event_name, 63, L"Local\\Naru-end-%lu", pid);
    HANDLE event = OpenEventW(EVENT_MODIFY_STATE, FALSE, event_name);
    if (event == NULL) return;
    SetEvent(event);
    CloseHandle(event);
}

static int end(DWORD pid, HANDLE process) {
    ask_to_end(pid);
    if (WaitForSingleObject(process, PATIENCE_MS) == WAIT_OBJECT_0) return 0;
    TerminateProcess(process, 1);
    return WaitForSingleObject(process, PATIENCE_MS) == WAIT_OBJECT_0 ? 0 : 1;
}

static int running(const wchar_t *folder, int close) {
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W each = {.dwSize = sizeof each};
    int found = 0;
    if (all == INVALID_HANDLE_VALUE) return 1;
    for (BOOL more = Process32FirstW(all, &each); more; more = Process32NextW(all, &each)) {
        HANDLE process = own(each.th32ProcessID, folder);
        if (process == NULL) continue;
        found |= close ? end(each.th32ProcessID, process) : 1;
        CloseHandle(process);
    }
    CloseHandle(all);
    return found;
}

int wmain(int number, wchar_t **texts) {
    SetDllDirectoryW(L"");
    if (number == 2 && wcscmp(texts[1], L"remove-rules") == 0) return remove_rules();
    if (number != 3) return 2;
    if (wcscmp(texts[1], L"add-rules") == 0) return add_rules(texts[2]);
    if (wcscmp(texts[1], L"add-path") == 0) return add_path(texts[2]);
    if (wcscmp(texts[1], L"remove-path") == 0) return remove_path(texts[2]);
    if (wcscmp(texts[1], L"running") == 0) return running(texts[2], 0);
    if (wcscmp(texts[1], L"close") == 0) return running(texts[2], 1);
    return 2;
}
