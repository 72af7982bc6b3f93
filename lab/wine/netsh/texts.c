/* What netsh says, in English and in Korean. */
#include "netsh.h"

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

BOOL korean, lying, failing;

void print(const wchar_t *format, ...) {
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
const wchar_t *said(Text text) { return (korean ? KOREAN : ENGLISH)[text]; }
int refuse(Text text) {
    SAY(text);
    if (text == BAD_VALUE || text == BAD_PORT || text == BAD_PROTOCOL) print(L"%ls", USAGE);
    return 1;
}
int done(void) { return failing ? 1 : 0; }
