/* What the launchers say when they can't start, in English and in Korean. */
#include <wchar.h>

typedef enum { NO_RUNTIME, NO_OPTIONS, BAD_PATH, NO_JVM, NO_MAIN, ENDED } Complaint;

static const wchar_t *ENGLISH[] = {
    L"Naru's Java runtime is missing or damaged:\n%ls\n\nInstall Naru again.",
    L"A file of Naru's is missing or damaged:\n%ls\n\nInstall Naru again.",
    L"Naru can't start from this folder, whose name has letters that are not of Windows' language:\n%ls\n\n"
    L"Install Naru in another folder.",
    L"Naru's Java runtime did not start.\n\n%ls",
    L"Naru's program file is missing or damaged.\n\n%ls\n\nInstall Naru again.",
    L"Naru could not go on.\n\n%ls",
};
static const wchar_t *KOREAN[] = {
    L"나루의 Java 런타임이 없거나 손상되었습니다.\n%ls\n\n나루를 다시 설치해 주세요.",
    L"나루의 파일이 없거나 손상되었습니다.\n%ls\n\n나루를 다시 설치해 주세요.",
    L"폴더 이름에 Windows 언어로 나타낼 수 없는 글자가 있어 나루를 시작할 수 없습니다.\n%ls\n\n"
    L"다른 폴더에 설치해 주세요.",
    L"나루의 Java 런타임이 시작되지 않았습니다.\n\n%ls",
    L"나루의 프로그램 파일이 없거나 손상되었습니다.\n\n%ls\n\n나루를 다시 설치해 주세요.",
    L"나루를 계속할 수 없습니다.\n\n%ls",
};
