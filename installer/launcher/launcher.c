/* Naru.exe and naru-cli.exe: start the bundled Java within this very process, so that firewall rules,
 * Windows' questions and the task manager see Naru and not java.exe.
 *
 * The Java virtual machine is runtime\bin\server\jvm.dll beside this program, its options are the lines
 * of app\NAME.options ({home} is this program's folder), NAME being this program's. Nothing else reaches
 * it: the variables by which an environment could add options are removed first, and DLLs are looked for
 * in the program's folder and Windows' own alone.
 *
 * Built twice from this source; with CONSOLE for the command line.
 */
#include <windows.h>

#include <jni.h>
#include <sddl.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "complaints.h"

#define LONGEST_PATH 32768
#define LONGEST_FILE 65536
#define MOST_OPTIONS 128
#define MAIN_CLASS "app/naru/Main"
#define NOT_DONE 1
#define ARCHIVE L"app\\Naru.jsa"
#define MAKE_ARCHIVE L"--make-class-archive"
/* What the program's owner may do, the system and administrators too: the setup is one of them. */
#define WHO_MAY_END L"D:(A;;GA;;;OW)(A;;GA;;;SY)(A;;GA;;;BA)"

typedef jint(JNICALL *CreateJavaVm)(JavaVM **, void **, void *);

static const wchar_t *OPTION_VARIABLES[] = {
    L"JAVA_TOOL_OPTIONS", L"_JAVA_OPTIONS", L"JDK_JAVA_OPTIONS", L"JDK_AOT_VM_OPTIONS", L"CLASSPATH",
};

static wchar_t home[LONGEST_PATH];
static wchar_t name[MAX_PATH];

/* ---- what it says ---- */

/* While the archive is made, nobody is there to answer a box. */
static int alone;

/* What the virtual machine had to say, for the box: a window's program has no console. */
static char said[4096];

#ifndef CONSOLE
/* Stands in for the standard error that a window's program does not have; gone with the process. */
static HANDLE errors = INVALID_HANDLE_VALUE;
#endif

static void complain(Complaint what, const wchar_t *detail) {
    if (alone) return;
    const wchar_t **texts = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_KOREAN ? KOREAN : ENGLISH;
    static wchar_t text[LONGEST_PATH + 512];
    _snwprintf(text, sizeof text / sizeof *text - 1, texts[what], detail);
#ifdef CONSOLE
    char utf8[8192];
    DWORD written;
    int length = WideCharToMultiByte(GetConsoleOutputCP(), 0, text, -1, utf8, sizeof utf8 - 2, NULL, NULL);
    if (length > 0) {
        utf8[length - 1] = '\n';
        WriteFile(GetStdHandle(STD_ERROR_HANDLE), utf8, length, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Naru", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

static void complain_utf8(Complaint what, const char *detail) {
    static wchar_t wide[sizeof said];
    if (MultiByteToWideChar(CP_UTF8, 0, detail, -1, wide, sizeof said) == 0) wide[0] = 0;
    complain(what, wide);
}

/* Called for all that the virtual machine writes, its logs to files too. */
static jint JNICALL hear(FILE *stream, const char *format, va_list arguments) {
    static int (*put)(const char *, FILE *);
    static FILE *(*standard)(unsigned);
    char line[4096];
    int length = vsnprintf(line, sizeof line, format, arguments);
    if (put == NULL) {
        /* Java's streams are those of its own C library. */
        HMODULE library = GetModuleHandleW(L"api-ms-win-crt-stdio-l1-1-0.dll");
        if (library == NULL) library = GetModuleHandleW(L"ucrtbase.dll");
        if (library != NULL) put = (int (*)(const char *, FILE *))(void *)GetProcAddress(library, "fputs");
        if (library != NULL) standard = (FILE * (*)(unsigned))(void *)GetProcAddress(library, "__acrt_iob_func");
    }
    if (put != NULL) put(line, stream);
    if (standard == NULL || stream == standard(1) || stream == standard(2))
        strncat(said, line, sizeof said - strlen(said) - 1);
    return length;
}

#ifndef CONSOLE
/* Called by the virtual machine when it ends, with the program's exit code. */
static void JNICALL ended(jint code) {
    if (code == 0 || errors == INVALID_HANDLE_VALUE) return;
    LARGE_INTEGER size = {0}, from = {0};
    DWORD length = 0;
    char text[2048];
    GetFileSizeEx(errors, &size);
    if (size.QuadPart > (LONGLONG)sizeof text - 1) from.QuadPart = size.QuadPart - (sizeof text - 1);
    SetFilePointerEx(errors, from, NULL, FILE_BEGIN);
    ReadFile(errors, text, sizeof text - 1, &length, NULL);
    text[length] = 0;
    if (length > 0) complain_utf8(ENDED, text);
}

static void keep_errors(void) {
    wchar_t folder[MAX_PATH + 1], file[MAX_PATH + 1];
    HANDLE now = GetStdHandle(STD_ERROR_HANDLE);
    if (now != NULL && now != INVALID_HANDLE_VALUE && GetFileType(now) != FILE_TYPE_UNKNOWN) return;
    if (!GetTempPathW(MAX_PATH, folder) || !GetTempFileNameW(folder, L"nar", 0, file)) return;
    errors = CreateFileW(file, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                         CREATE_ALWAYS, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, NULL);
    if (errors != INVALID_HANDLE_VALUE) SetStdHandle(STD_ERROR_HANDLE, errors);
}
#endif

/* ---- where things are ---- */

static int find_home(void) {
    DWORD length = GetModuleFileNameW(NULL, home, LONGEST_PATH);
    wchar_t *last = length > 0 && length < LONGEST_PATH ? wcsrchr(home, L'\\') : NULL;
    if (last == NULL || wcslen(last) >= MAX_PATH) return 0;
    *last = 0;
    wcscpy(name, last + 1);
    wchar_t *dot = wcsrchr(name, L'.');
    if (dot != NULL) *dot = 0;
    return 1;
}

static wchar_t *beside(const wchar_t *format, const wchar_t *part) {
    static wchar_t path[2 * LONGEST_PATH];
    int length = swprintf(path, LONGEST_PATH, L"%ls", home);
    swprintf(path + length, LONGEST_PATH, format, part);
    return path;
}

/* Removes a variable, also from the copy that Java's C library may have made of the environment. */
static void forget(const wchar_t *variable) {
    static int (*put)(const wchar_t *, const wchar_t *);
    if (put == NULL) {
        HMODULE library = LoadLibraryExW(L"ucrtbase.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
        if (library != NULL) put = (int (*)(const wchar_t *, const wchar_t *))(void *)GetProcAddress(library, "_wputenv_s");
    }
    SetEnvironmentVariableW(variable, NULL);
    if (put != NULL) put(variable, L"");
}

/* Leaves no other folder to take a DLL from than the program's and Windows' own. SetDefaultDllDirectories
 * would be the usual way, but then JNA can load nothing by its name (java-native-access/jna issue 1413). */
static void keep_out(void) {
    static wchar_t path[2 * LONGEST_PATH], windows[MAX_PATH];
    for (size_t i = 0; i < sizeof OPTION_VARIABLES / sizeof *OPTION_VARIABLES; i++) forget(OPTION_VARIABLES[i]);
    SetDllDirectoryW(L"");
    if (GetSystemWindowsDirectoryW(windows, MAX_PATH) == 0) return;
    swprintf(path, 2 * LONGEST_PATH,
             L"%ls\\runtime\\bin;%ls\\System32;%ls;%ls\\System32\\Wbem;%ls\\System32\\WindowsPowerShell\\v1.0", home,
             windows, windows, windows, windows);
    SetEnvironmentVariableW(L"PATH", path);
}

/* ---- options ---- */

static JavaVMOption options[MOST_OPTIONS];
static int count;

static void add(char *text, void *extra) {
    if (count == MOST_OPTIONS) return;
    options[count].optionString = text;
    options[count++].extraInfo = extra;
}

/* The bytes that the virtual machine takes paths in; NULL where the path has other letters. */
static char *bytes(const wchar_t *text) {
    BOOL lost = FALSE;
    BOOL *tells = GetACP() == CP_UTF8 ? NULL : &lost;
    DWORD how = tells == NULL ? 0 : WC_NO_BEST_FIT_CHARS;
    int size = WideCharToMultiByte(CP_ACP, how, text, -1, NULL, 0, NULL, tells);
    char *made = size > 0 && !lost ? malloc(size) : NULL;
    if (made != NULL) WideCharToMultiByte(CP_ACP, how, text, -1, made, size, NULL, NULL);
    return made;
}

/* A line of the file, {home} filled in. */
static int add_line(char *line) {
    static wchar_t raw[LONGEST_FILE], filled[8 * LONGEST_PATH];
    if (MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, line, -1, raw, LONGEST_FILE) == 0) return 0;
    wchar_t *to = filled, *from = raw, *mark, *end = filled + sizeof filled / sizeof *filled - 1;
    while ((mark = wcsstr(from, L"{home}")) != NULL) {
        if (to + (mark - from) + wcslen(home) >= end) return 0;
        to = (wchar_t *)memcpy(to, from, (mark - from) * sizeof *from) + (mark - from);
        to = wcscpy(to, home) + wcslen(home);
        from = mark + wcslen(L"{home}");
    }
    if (to + wcslen(from) >= end) return 0;
    wcscpy(to, from);
    char *made = bytes(filled);
    if (made == NULL) return 0;
    add(made, NULL);
    return 1;
}

static int read_options(void) {
    static char text[LONGEST_FILE];
    DWORD length = 0;
    wchar_t *path = beside(L"\\app\\%ls.options", name);
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE || !ReadFile(file, text, sizeof text - 1, &length, NULL) ||
        length == sizeof text - 1) {
        complain(NO_OPTIONS, path);
        return 0;
    }
    CloseHandle(file);
    for (char *line = strtok(text, "\r\n"); line != NULL; line = strtok(NULL, "\r\n")) {
        if (line[0] != '#' && !add_line(line)) {
            complain(BAD_PATH, home);
            return 0;
        }
    }
    return 1;
}

/* An option whose text ends with a path of the program's folder. */
static int add_path(const wchar_t *option, const wchar_t *file) {
    static wchar_t text[2 * LONGEST_PATH];
    swprintf(text, 2 * LONGEST_PATH, L"%ls%ls\\%ls", option, home, file);
    char *made = bytes(text);
    if (made == NULL) {
        complain(BAD_PATH, home);
        return 0;
    }
    add(made, NULL);
    return 1;
}

/* Without a word where the archive is not good for this Java or these jars: then it is slower, no more. */
static int use_archive(void) {
    if (GetFileAttributesW(beside(L"\\%ls", ARCHIVE)) == INVALID_FILE_ATTRIBUTES) return 1;
    add("-Xlog:cds=off", NULL);
    add("-XX:+UnlockDiagnosticVMOptions", NULL);
    add("-XX:ArchiveRelocationMode=0", NULL);
    return add_path(L"-XX:SharedArchiveFile=", ARCHIVE);
}

/* Java writes the archive and ends. */
static int make_archive(void) {
    add("-Xshare:dump", NULL);
    add("-Xlog:disable", NULL);
    add("-Xlog:all=error:stderr", NULL);
    return add_path(L"-XX:SharedClassListFile=", L"app\\classes.list") &&
           add_path(L"-XX:SharedArchiveFile=", ARCHIVE);
}

/* ---- its end ---- */

static JavaVM *machine;

static DWORD WINAPI await_end(void *event) {
    JNIEnv *env = NULL;
    if (WaitForSingleObject(event, INFINITE) != WAIT_OBJECT_0) return 1;
    if ((*machine)->AttachCurrentThread(machine, (void **)&env, NULL) != JNI_OK) return 1;
    jclass system = (*env)->FindClass(env, "java/lang/System");
    jmethodID leave = system == NULL ? NULL : (*env)->GetStaticMethodID(env, system, "exit", "(I)V");
    if (leave != NULL) (*env)->CallStaticVoidMethod(env, system, leave, 0);
    return 0;
}

static void may_be_ended(JavaVM *vm) {
    wchar_t event_name[64];
    SECURITY_ATTRIBUTES who = {.nLength = sizeof who};
    machine = vm;
    swprintf(event_name, 64, L"Local\\Naru-end-%lu", GetCurrentProcessId());
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(WHO_MAY_END, SDDL_REVISION_1,
                                                              &who.lpSecurityDescriptor, NULL))
        return;
    HANDLE event = CreateEventW(&who, TRUE, FALSE, event_name);
    LocalFree(who.lpSecurityDescriptor);
    HANDLE thread = event == NULL ? NULL : CreateThread(NULL, 0, await_end, event, 0, NULL);
    if (thread != NULL) CloseHandle(thread);
}

/* ---- Java ---- */

static CreateJavaVm find_java(void) {
    wchar_t *path;
    HMODULE library;
    AddDllDirectory(beside(L"\\runtime\\bin%ls", L""));
    path = beside(L"\\runtime\\bin\\server\\jvm.dll%ls", L"");
    library = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    CreateJavaVm create =
        library == NULL ? NULL : (CreateJavaVm)(void *)GetProcAddress(library, "JNI_CreateJavaVM");
    if (create == NULL) complain(NO_RUNTIME, path);
    return create;
}

static jobjectArray java_arguments(JNIEnv *env, int number, wchar_t **texts) {
    jclass string = (*env)->FindClass(env, "java/lang/String");
    jobjectArray array = string == NULL ? NULL : (*env)->NewObjectArray(env, number, string, NULL);
    for (int i = 0; array != NULL && i < number; i++) {
        jstring text = (*env)->NewString(env, (const jchar *)texts[i], (jsize)wcslen(texts[i]));
        if (text == NULL) return NULL;
        (*env)->SetObjectArrayElement(env, array, i, text);
        (*env)->DeleteLocalRef(env, text);
    }
    return array;
}

/* Calls main and returns when every thread that counts has ended. */
static int run(JavaVM *vm, JNIEnv *env, int number, wchar_t **texts) {
    jclass program = (*env)->FindClass(env, MAIN_CLASS);
    jmethodID start =
        program == NULL ? NULL : (*env)->GetStaticMethodID(env, program, "main", "([Ljava/lang/String;)V");
    jobjectArray arguments = start == NULL ? NULL : java_arguments(env, number, texts);
    if (arguments == NULL) {
        (*env)->ExceptionDescribe(env);
        complain_utf8(NO_MAIN, MAIN_CLASS);
        return NOT_DONE;
    }
    (*env)->CallStaticVoidMethod(env, program, start, arguments);
    int failed = (*env)->ExceptionCheck(env);
    if (failed) (*env)->ExceptionDescribe(env);
    (*vm)->DetachCurrentThread(vm);
    (*vm)->DestroyJavaVM(vm);
#ifndef CONSOLE
    if (failed) ended(NOT_DONE);
#endif
    return failed ? NOT_DONE : 0;
}

static int start(int number, wchar_t **texts) {
    alone = number == 1 && wcscmp(texts[0], MAKE_ARCHIVE) == 0;
    /* First, or what Java says of a bad option is not heard. */
    add("vfprintf", (void *)hear);
    if (!read_options() || !(alone ? make_archive() : use_archive())) return NOT_DONE;
#ifndef CONSOLE
    keep_errors();
    add("exit", (void *)ended);
#endif
    CreateJavaVm create = find_java();
    if (create == NULL) return NOT_DONE;
    JavaVM *vm = NULL;
    JNIEnv *env = NULL;
    JavaVMInitArgs how = {JNI_VERSION_10, count, options, JNI_FALSE};
    if (create(&vm, (void **)&env, &how) != JNI_OK) {
        complain_utf8(NO_JVM, said);
        return NOT_DONE;
    }
    may_be_ended(vm);
    return run(vm, env, number, texts);
}

#ifdef CONSOLE
/* The window is the other program's: without arguments, as from the script of other systems. */
static int open_window(int number, wchar_t **texts) {
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION made;
    wchar_t *path = beside(L"\\Naru.exe%ls", L"");
    wchar_t command[64] = L"Naru.exe";
    if (number == 1) wcscat(wcscat(command, L" "), texts[0]);
    if (!CreateProcessW(path, command, NULL, NULL, FALSE, 0, NULL, NULL, &how, &made)) {
        complain(NO_OPTIONS, path);
        return NOT_DONE;
    }
    CloseHandle(made.hThread);
    CloseHandle(made.hProcess);
    return 0;
}
#endif

int wmain(void) {
    int number = 0;
    wchar_t **texts = CommandLineToArgvW(GetCommandLineW(), &number);
    if (texts == NULL || !find_home()) return NOT_DONE;
    keep_out();
    number--;
    texts++;
#ifdef CONSOLE
    if (number <= 0 || (number == 1 && (wcscmp(texts[0], L"wizard") == 0 || wcscmp(texts[0], L"tray") == 0)))
        return open_window(number, texts);
#else
    /* A second start shows the first one's window, which Windows allows only to who was just clicked. */
    AllowSetForegroundWindow(ASFW_ANY);
#endif
    return start(number < 0 ? 0 : number, texts);
}

#ifndef CONSOLE
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *command, int show) {
    (void)instance, (void)before, (void)command, (void)show;
    return wmain();
}
#endif
