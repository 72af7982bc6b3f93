/* A stand-in for wsl.exe, for tests under Wine, which has none.
 *
 * It knows "--list --running --quiet" and "-d NAME -e PROGRAM ARGUMENT..."; everything else is an error. Its own
 * words come as from the real one: UTF-16LE without a byte order mark on standard output, or UTF-8 where
 * WSL_UTF8=1 asks for it; a program's output as bytes. An error of its own ends with exit code -1.
 *
 *   NARU_WSL_LOG       file that gets each command line, UTF-8, a line each (wsl.log beside it)
 *   NARU_WSL_RUNNING   the distributions that run, with commas between
 *   NARU_WSL_DISTROS   all there are (Ubuntu,Debian); naming a stopped one starts it, which the log tells
 *   NARU_WSL_LANGUAGE  ko: Korean words
 *   NARU_WSL_PROC      what /proc/ is inside (Z:\proc\)
 *   NARU_WSL_FOLDER    programs of the distributions: NAME\PROGRAM holds what PROGRAM prints
 *   NARU_WSL_MODE      old: knows no WSL_UTF8; mark: with byte order marks; absent: not installed, offers to be
 *                      and waits a minute for a key; prose: answers in sentences; fail: an error; hang: no end;
 *                      flood: no end of output; vm: is the virtual machine's process instead
 */
#define _WIN32_WINNT 0x0A00
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <conio.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define ROOM 65536
#define OWN_ERROR (-1)

static wchar_t mode[32];
static BOOL utf8, marks;

static const wchar_t *variable(const wchar_t *name, const wchar_t *otherwise) {
    static wchar_t values[8][ROOM / 16];
    static int next;
    wchar_t *value = values[next++ % 8];
    return GetEnvironmentVariableW(name, value, ROOM / 16) ? value : otherwise;
}

/* what wsl.exe itself says */
static void say(const wchar_t *text) {
    static BOOL began;
    if (utf8) {
        static char bytes[ROOM];
        int n = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (marks && !began) fwrite("\xef\xbb\xbf", 1, 3, stdout);
        fwrite(bytes, 1, n - 1, stdout);
    } else {
        if (marks && !began) fwrite("\xff\xfe", 1, 2, stdout);
        fwrite(text, sizeof *text, wcslen(text), stdout);
    }
    began = TRUE;
    fflush(stdout);
}

static int fail(const wchar_t *english, const wchar_t *korean, const wchar_t *error) {
    BOOL ko = !wcscmp(variable(L"NARU_WSL_LANGUAGE", L""), L"ko");
    say(ko ? korean : english);
    if (wcscmp(mode, L"old")) {
        say(ko ? L"\r\n오류 코드: " : L"\r\nError code: ");
        say(error);
    }
    say(L"\r\n");
    return OWN_ERROR;
}

static BOOL among(const wchar_t *name, const wchar_t *list) {
    size_t length = wcslen(name);
    for (const wchar_t *at = list; *at; at += wcscspn(at, L","), at += *at == L',')
        if (wcscspn(at, L",") == length && !_wcsnicmp(at, name, length)) return TRUE;
    return FALSE;
}

static void note(const wchar_t *line) {
    static char bytes[ROOM];
    const wchar_t *path = variable(L"NARU_WSL_LOG", L"");
    HANDLE file;
    DWORD written;
    if (!*path) return;
    file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, 0, NULL);
    int n = WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof bytes - 1, NULL, NULL);
    bytes[n - 1] = '\n';
    WriteFile(file, bytes, n, &written, NULL);
    CloseHandle(file);
}

static int list_running(void) {
    const wchar_t *at = variable(L"NARU_WSL_RUNNING", L"");
    if (!wcscmp(mode, L"prose")) {
        say(L"Windows Subsystem for Linux Distributions:\r\nUbuntu (Default)\r\nThere are no running distributions.\r\n");
        return 0;
    }
    while (*at) {
        wchar_t line[256];
        size_t length = wcscspn(at, L",");
        _snwprintf(line, 255, L"%.*ls\r\n", (int)length, at);
        say(line);
        at += length + (at[length] == L',');
    }
    return 0;
}

static BOOL print_file(const wchar_t *path) {
    char buffer[4096];
    FILE *file = _wfopen(path, L"rb");
    size_t n;
    if (!file) return FALSE;
    while ((n = fread(buffer, 1, sizeof buffer, file)) > 0) fwrite(buffer, 1, n, stdout);
    fclose(file);
    return TRUE;
}

/* cat FILE... of what is below /proc, or of standard input */
static int cat(int count, wchar_t **files) {
    int code = 0;
    if (!count) {
        char each;
        while (_read(0, &each, 1) == 1) {
            fwrite(&each, 1, 1, stdout);
            fflush(stdout);
        }
        return 0;
    }
    for (int i = 0; i < count; i++) {
        wchar_t path[MAX_PATH] = {0};
        if (wcsncmp(files[i], L"/proc/", 6)) return 1;
        _snwprintf(path, MAX_PATH - 1, L"%ls%ls", variable(L"NARU_WSL_PROC", L"Z:\\proc\\"), files[i] + 6);
        for (wchar_t *at = path; *at; at++)
            if (*at == L'/') *at = L'\\';
        if (!print_file(path)) code = 1;
    }
    return code;
}

static int execute(const wchar_t *distro, int count, wchar_t **command) {
    wchar_t path[MAX_PATH] = {0}, line[300] = {0};
    if (!among(distro, variable(L"NARU_WSL_DISTROS", L"Ubuntu,Debian")))
        return fail(L"There is no distribution with the supplied name.", L"제공된 이름의 배포가 없습니다.",
                    L"Wsl/Service/WSL_E_DISTRO_NOT_FOUND");
    if (!among(distro, variable(L"NARU_WSL_RUNNING", L""))) {
        _snwprintf(line, 299, L"started %ls", distro);
        note(line);
    }
    if (!wcscmp(command[0], L"cat")) return cat(count - 1, command + 1);
    _snwprintf(path, MAX_PATH - 1, L"%ls\\%ls\\%ls", variable(L"NARU_WSL_FOLDER", L"Z:\\nowhere"), distro, command[0]);
    return print_file(path) ? 0 : 1;
}

int wmain(int argc, wchar_t **argv) {
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stdin), _O_BINARY);
    GetEnvironmentVariableW(L"NARU_WSL_MODE", mode, 31);
    utf8 = !wcscmp(variable(L"WSL_UTF8", L""), L"1") && wcscmp(mode, L"old");
    marks = !wcscmp(mode, L"mark");
    note(GetCommandLineW());
    if (!wcscmp(mode, L"absent")) {
        utf8 = FALSE;
        say(L"The Windows Subsystem for Linux is not installed. You can install by running 'wsl.exe --install'.\r\n"
            L"\r\nPress any key to install Windows Subsystem for Linux.\r\n"
            L"Press CTRL-C or close this window to cancel.\r\nThis prompt will time out in 60 seconds.\r\n");
        for (int i = 0; i < 600 && !_kbhit(); i++) Sleep(100);
        return 1;
    }
    if (!wcscmp(mode, L"fail"))
        return fail(L"The virtual machine could not be started.", L"가상 머신을 시작할 수 없습니다.",
                    L"Wsl/Service/CreateVm/HCS/0x80370102");
    if (!wcscmp(mode, L"hang")) Sleep(60000);
    if (!wcscmp(mode, L"vm")) Sleep(600000);
    while (!wcscmp(mode, L"flood")) say(L"Ubuntu\r\n");
    if (argc == 4 && !wcscmp(argv[1], L"--list") && !wcscmp(argv[2], L"--running") && !wcscmp(argv[3], L"--quiet"))
        return list_running();
    if (argc >= 5 && !wcscmp(argv[1], L"-d") && !wcscmp(argv[3], L"-e")) return execute(argv[2], argc - 4, argv + 4);
    return fail(L"Invalid command line argument.", L"잘못된 명령줄 인수입니다.", L"Wsl/E_INVALIDARG");
}
