/* A stand-in for Windows PowerShell, for tests under Wine, whose own does nothing.
 *
 * It takes the arguments -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand BASE64 and of
 * the language only what stands below: statements with semicolons between, texts in single quotes with
 * each kind of them doubled. The cmdlets take the parameters that Microsoft documents for them
 * (New-NetFirewallRule, Remove-NetFirewallRule, Set-NetFirewallRule, New-, Get- and
 * Remove-NetFirewallHyperVRule) and refuse every other with exit code 1, as a script does whose
 * $ErrorActionPreference is Stop. Firewall rules are registry values as the service writes them; Hyper-V
 * rules are kept below HKLM\SOFTWARE\Naru stand-in\HyperV.
 *
 *   NARU_POWERSHELL_LOG   file that gets each script, UTF-8, a line each
 *   NARU_POWERSHELL_MODE  deny: does nothing and exits with 1, as where a policy forbids scripts
 */
#define _WIN32_WINNT 0x0A00
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <objbase.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

#define ROOM 16384
#define MOST 256
#define RULES L"SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules"
#define HYPERV L"SOFTWARE\\Naru stand-in\\HyperV"
#define WSL L"{40E0AC32-46A5-438A-A0B2-2B479E8F2E90}"

static wchar_t script[ROOM];

/* ---- words: the text, and whether it stood in quotes ---- */

typedef struct { wchar_t text[2048]; BOOL quoted, comma; } Word;
static Word words[MOST];
static int count;

static BOOL is_quote(wchar_t c) { return c == L'\'' || (c >= 0x2018 && c <= 0x201b); }

/* Splits a statement into words; FALSE where a quote is left open or a character means more than it says. */
static BOOL split(const wchar_t *at, const wchar_t *end) {
    count = 0;
    while (at < end) {
        if (*at == L' ') { at++; continue; }
        if (count == MOST) return FALSE;
        Word *word = &words[count++];
        size_t n = 0;
        memset(word, 0, sizeof *word);
        if (is_quote(*at)) {
            word->quoted = TRUE;
            for (at++;; at++) {
                if (at >= end || n > 2040) return FALSE;
                if (is_quote(*at)) {
                    if (at + 1 < end && is_quote(at[1])) at++;
                    else break;
                }
                word->text[n++] = *at;
            }
            at++;
        } else {
            for (; at < end && *at != L' ' && *at != L','; at++) {
                if (wcschr(L"\"$`@(){}&|<>#", *at) || n > 2040) return FALSE;
                word->text[n++] = *at;
            }
        }
        if (at < end && *at == L',') { word->comma = TRUE; at++; }
    }
    return count > 0;
}

/* ---- parameters ---- */

/* Returns the index of the parameter's first value, or -1; *n gets how many values it has. */
static int parameter(const wchar_t *name, int *n) {
    for (int i = 1; i < count; i++) {
        if (words[i].quoted || words[i].text[0] != L'-' || _wcsicmp(words[i].text + 1, name)) continue;
        *n = 1;
        while (words[i + *n].comma) (*n)++;
        return i + 1;
    }
    return -1;
}
static const wchar_t *value(const wchar_t *name) {
    int n, at = parameter(name, &n);
    return at < 0 || n != 1 ? NULL : words[at].text;
}
/* Whether every word is the cmdlet, one of these parameters once, or a value of one. */
static BOOL only(const wchar_t *const *names) {
    for (int i = 1; i < count;) {
        const wchar_t *const *each = names;
        if (words[i].quoted || words[i].text[0] != L'-' || words[i].comma) return FALSE;
        while (*each && _wcsicmp(*each, words[i].text + 1)) each++;
        int n, at = *each ? parameter(*each, &n) : -1;
        if (at != i + 1 || at + n > count) return FALSE;
        i = at + n;
    }
    return TRUE;
}
static BOOL one_of(const wchar_t *text, const wchar_t *list) {
    const wchar_t *at = text ? wcsstr(list, text) : NULL;
    size_t length = text ? wcslen(text) : 0;
    return length && at && (at == list || at[-1] == L'|') && (at[length] == L'|' || !at[length]);
}
static BOOL is_ports(const wchar_t *text) {
    unsigned first, last;
    wchar_t more;
    if (swscanf(text, L"%u-%u%c", &first, &last, &more) == 2) return first <= last && last <= 65535;
    return swscanf(text, L"%u%c", &first, &more) == 1 && first <= 65535;
}

/* ---- firewall rules ---- */

static void field(wchar_t *to, const wchar_t *key, const wchar_t *text) {
    size_t length = wcslen(to);
    _snwprintf(to + length, ROOM - length - 1, L"%ls=%ls|", key, text);
}
static BOOL new_rule(void) {
    static const wchar_t *const known[] = {L"DisplayName", L"Direction", L"Action", L"Protocol", L"LocalPort",
        L"RemotePort", L"IcmpType", L"LocalAddress", L"RemoteAddress", L"Profile", L"Program", L"Service",
        L"InterfaceType", L"EdgeTraversalPolicy", L"Description", L"Enabled", NULL};
    static wchar_t text[ROOM];
    int n, at;
    const wchar_t *direction = value(L"Direction"), *protocol = value(L"Protocol");
    const wchar_t *type = value(L"InterfaceType"), *edge = value(L"EdgeTraversalPolicy");
    if (!only(known) || !value(L"DisplayName") || !one_of(direction, L"Inbound|Outbound")) return FALSE;
    if (!one_of(value(L"Action"), L"Allow|Block")) return FALSE;
    wcscpy(text, L"v2.33|");
    field(text, L"Action", value(L"Action"));
    field(text, L"Active", one_of(value(L"Enabled"), L"False") ? L"FALSE" : L"TRUE");
    field(text, L"Dir", direction[0] == L'I' ? L"In" : L"Out");
    if (protocol) {
        if (!one_of(protocol, L"TCP|UDP|ICMPv4|ICMPv6")) return FALSE;
        field(text, L"Protocol", protocol[0] == L'T' ? L"6" : protocol[0] == L'U' ? L"17" : protocol[5] == L'4' ? L"1" : L"58");
    }
    if ((at = parameter(L"Profile", &n)) > 0)
        for (; n--; at++) {
            if (!one_of(words[at].text, L"Domain|Private|Public")) return FALSE;
            field(text, L"Profile", words[at].text);
        }
    for (int local = 1; local >= 0; local--)
        if ((at = parameter(local ? L"LocalPort" : L"RemotePort", &n)) > 0)
            for (; n--; at++) {
                if (!is_ports(words[at].text) || !one_of(protocol, L"TCP|UDP")) return FALSE;
                BOOL range = wcschr(words[at].text, L'-') != NULL;
                field(text, local ? range ? L"LPort2_10" : L"LPort" : range ? L"RPort2_10" : L"RPort", words[at].text);
            }
    if ((at = parameter(L"IcmpType", &n)) > 0)
        for (; n--; at++) {
            unsigned kind, code;
            wchar_t more, whole[16];
            int given = swscanf(words[at].text, L"%u:%u%c", &kind, &code, &more);
            if (!one_of(protocol, L"ICMPv4|ICMPv6") || given < 1 || given > 2 || kind > 255 || (given == 2 && code > 255)) return FALSE;
            _snwprintf(whole, 15, given == 2 ? L"%u:%u" : L"%u:*", kind, code);
            field(text, protocol[5] == L'4' ? L"ICMP4" : L"ICMP6", whole);
        }
    for (int local = 1; local >= 0; local--)
        if ((at = parameter(local ? L"LocalAddress" : L"RemoteAddress", &n)) > 0)
            for (; n--; at++) {
                BOOL six = wcschr(words[at].text, L':') != NULL;
                if (!local && !wcscmp(words[at].text, L"LocalSubnet")) {
                    field(text, L"RA4", L"LocalSubnet");
                    field(text, L"RA6", L"LocalSubnet");
                } else if (!wcspbrk(words[at].text, L".:")) return FALSE;
                else field(text, local ? six ? L"LA6" : L"LA4" : six ? L"RA6" : L"RA4", words[at].text);
            }
    if (type) {
        if (!one_of(type, L"Wired|Wireless|RemoteAccess")) return FALSE;
        field(text, L"IFType", wcscmp(type, L"Wired") ? type : L"Lan");
    }
    if (value(L"Program")) field(text, L"App", value(L"Program"));
    if (value(L"Service")) field(text, L"Svc", wcscmp(value(L"Service"), L"Any") ? value(L"Service") : L"*");
    field(text, L"Name", value(L"DisplayName"));
    if (value(L"Description")) field(text, L"Desc", value(L"Description"));
    if (edge) {
        if (direction[0] != L'I' || !one_of(edge, L"Allow|DeferToApp|DeferToUser")) return FALSE;
        if (wcscmp(edge, L"DeferToUser")) field(text, L"Edge", L"TRUE");
        if (wcscmp(edge, L"Allow")) field(text, L"Defer", edge[7] == L'U' ? L"User" : L"App");
    }
    GUID id;
    wchar_t name[64];
    CoCreateGuid(&id);
    StringFromGUID2(&id, name, 64);
    return RegSetKeyValueW(HKEY_LOCAL_MACHINE, RULES, name, REG_SZ, text, (DWORD)(wcslen(text) + 1) * 2) == ERROR_SUCCESS;
}
/* An id that no rule has is an error, and so is one that is a pattern: -Name takes those. */
static BOOL each_id(BOOL remove, const wchar_t *active) {
    static wchar_t text[ROOM];
    int n, at = parameter(L"Name", &n);
    if (at < 0) return FALSE;
    for (; n--; at++) {
        DWORD size = sizeof text;
        const wchar_t *id = words[at].text;
        if (wcspbrk(id, L"*?[]`")) return FALSE;
        if (RegGetValueW(HKEY_LOCAL_MACHINE, RULES, id, RRF_RT_REG_SZ, NULL, text, &size) != ERROR_SUCCESS) return FALSE;
        if (remove) {
            if (RegDeleteKeyValueW(HKEY_LOCAL_MACHINE, RULES, id) != ERROR_SUCCESS) return FALSE;
            continue;
        }
        wchar_t *there = wcsstr(text, L"|Active="), *rest = there ? wcschr(there + 1, L'|') : NULL;
        static wchar_t changed[ROOM];
        if (!rest) return FALSE;
        _snwprintf(changed, ROOM, L"%.*ls|Active=%ls%ls", (int)(there - text), text, active, rest);
        RegSetKeyValueW(HKEY_LOCAL_MACHINE, RULES, id, REG_SZ, changed, (DWORD)(wcslen(changed) + 1) * 2);
    }
    return TRUE;
}

/* ---- Hyper-V rules ---- */

static BOOL new_hyperv(void) {
    static const wchar_t *const known[] = {L"Name", L"DisplayName", L"Direction", L"VMCreatorId", L"Protocol",
        L"LocalPorts", L"RemoteAddresses", L"Profiles", L"Action", NULL};
    static wchar_t text[ROOM];
    wchar_t there[2];
    DWORD size = sizeof there;
    const wchar_t *name = value(L"Name"), *ports = value(L"LocalPorts");
    int n, at;
    if (!only(known) || !name || !value(L"DisplayName") || !ports || !is_ports(ports)) return FALSE;
    if (!one_of(value(L"Direction"), L"Inbound|Outbound") || !one_of(value(L"Action"), L"Allow|Block")) return FALSE;
    if (!one_of(value(L"Protocol"), L"TCP|UDP|ICMPv4|ICMPv6") || !one_of(value(L"VMCreatorId"), WSL)) return FALSE;
    if ((at = parameter(L"Profiles", &n)) > 0)
        for (; n--; at++) if (!one_of(words[at].text, L"Any|Domain|Private|Public")) return FALSE;
    if ((at = parameter(L"RemoteAddresses", &n)) > 0)
        for (; n--; at++) if (!wcspbrk(words[at].text, L".:")) return FALSE; /* it knows no keywords */
    if (RegGetValueW(HKEY_LOCAL_MACHINE, HYPERV, name, RRF_RT_REG_SZ, NULL, there, &size) != ERROR_FILE_NOT_FOUND)
        return FALSE; /* "only one rule with a given name may exist" */
    _snwprintf(text, ROOM, L"%ls %ls %ls %ls True", value(L"Protocol"), ports, value(L"Direction"), value(L"Action"));
    return RegSetKeyValueW(HKEY_LOCAL_MACHINE, HYPERV, name, REG_SZ, text, (DWORD)(wcslen(text) + 1) * 2) == ERROR_SUCCESS;
}
static BOOL remove_hyperv(void) {
    static const wchar_t *const known[] = {L"Name", NULL};
    return only(known) && value(L"Name")
        && RegDeleteKeyValueW(HKEY_LOCAL_MACHINE, HYPERV, value(L"Name")) == ERROR_SUCCESS;
}
/* The one script that looks; ends the process. */
static void find_hyperv(void) {
    static const wchar_t head[] = L"$r=Get-NetFirewallHyperVRule|?{$_.Name -ceq '";
    static const wchar_t middle[] = L"'};if(!$r){exit 11};if(\"$($r.Protocol) $($r.LocalPorts) $($r.Direction)"
        L" $($r.Action) $($r.Enabled)\" -eq '";
    wchar_t *at = script, *name, *wanted, text[512];
    DWORD size = sizeof text;
    static const wchar_t start[] = L"$ErrorActionPreference='Stop';";
    if (wcsncmp(at, start, wcslen(start))) return;
    at += wcslen(start);
    if (wcsncmp(at, head, wcslen(head))) return;
    name = at + wcslen(head);
    if (!(at = wcsstr(name, middle))) return;
    *at = 0;
    wanted = at + wcslen(middle);
    if (!(at = wcsstr(wanted, L"'){exit 10};exit 12")) || at[19]) return;
    *at = 0;
    if (RegGetValueW(HKEY_LOCAL_MACHINE, HYPERV, name, RRF_RT_REG_SZ, NULL, text, &size) != ERROR_SUCCESS) exit(11);
    exit(wcscmp(text, wanted) ? 12 : 10);
}

/* ---- netsh ---- */

static BOOL netsh(const wchar_t *at, const wchar_t *end) {
    static wchar_t line[ROOM];
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION process;
    DWORD code = 1;
    if (!split(at, end)) return FALSE;
    GetSystemDirectoryW(line, MAX_PATH);
    wcscat(line, L"\\netsh.exe");
    for (int i = 0; i < count; i++) {
        wcscat(line, L" ");
        wcscat(line, words[i].text);
    }
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process)) return FALSE;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return code == 0;
}

/* ---- the script ---- */

/* The form for ids that -Name would take for patterns. No match is no error there. */
static BOOL remove_exactly(const wchar_t *at, const wchar_t *end) {
    static const wchar_t tail[] = L" -ccontains $_.Name}|Remove-NetFirewallRule";
    size_t length = wcslen(tail);
    if ((size_t)(end - at) <= length || wcsncmp(end - length, tail, length) || !split(at, end - length)) return FALSE;
    for (int i = 0; i < count; i++) {
        if (!words[i].quoted || words[i].comma != (i + 1 < count)) return FALSE;
        RegDeleteKeyValueW(HKEY_LOCAL_MACHINE, RULES, words[i].text);
    }
    return TRUE;
}

static BOOL statement(const wchar_t *at, const wchar_t *end) {
    static const wchar_t where[] = L"Get-NetFirewallRule|?{";
    static const wchar_t run[] = L"&([Environment]::SystemDirectory+'\\netsh.exe') ";
    static const wchar_t *const names[] = {L"Name", NULL}, *const enabling[] = {L"Name", L"Enabled", NULL};
    size_t length = (size_t)(end - at);
    if (length == 29 && !wcsncmp(at, L"$ErrorActionPreference='Stop'", 29)) return TRUE;
    if (length == 25 && !wcsncmp(at, L"if($LASTEXITCODE){exit 1}", 25)) return TRUE;
    if (length > wcslen(run) && !wcsncmp(at, run, wcslen(run))) return netsh(at + wcslen(run), end);
    if (length > wcslen(where) && !wcsncmp(at, where, wcslen(where))) return remove_exactly(at + wcslen(where), end);
    if (!split(at, end)) return FALSE;
    const wchar_t *cmdlet = words[0].quoted ? L"" : words[0].text;
    if (!_wcsicmp(cmdlet, L"New-NetFirewallRule")) return new_rule();
    if (!_wcsicmp(cmdlet, L"Remove-NetFirewallRule")) return only(names) && each_id(TRUE, NULL);
    if (!_wcsicmp(cmdlet, L"Set-NetFirewallRule"))
        return only(enabling) && one_of(value(L"Enabled"), L"True|False")
            && each_id(FALSE, value(L"Enabled")[0] == L'T' ? L"TRUE" : L"FALSE");
    if (!_wcsicmp(cmdlet, L"New-NetFirewallHyperVRule")) return new_hyperv();
    if (!_wcsicmp(cmdlet, L"Remove-NetFirewallHyperVRule")) return remove_hyperv();
    return FALSE;
}

static int base64(wchar_t c) {
    const wchar_t *all = L"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", *at = wcschr(all, c);
    return c && at ? (int)(at - all) : -1;
}
static BOOL decode(const wchar_t *text) {
    unsigned bits = 0, n = 0;
    size_t bytes = 0;
    for (; *text && *text != L'='; text++) {
        int digit = base64(*text);
        if (digit < 0 || bytes >= sizeof script - 4) return FALSE;
        bits = bits << 6 | (unsigned)digit;
        if ((n += 6) >= 8) ((BYTE *)script)[bytes++] = (BYTE)(bits >> (n -= 8));
    }
    return bytes % 2 == 0;
}
static void note(void) {
    wchar_t path[MAX_PATH];
    static char line[ROOM * 3];
    DWORD n = GetEnvironmentVariableW(L"NARU_POWERSHELL_LOG", path, MAX_PATH);
    FILE *file = n && n < MAX_PATH ? _wfopen(path, L"ab") : NULL;
    if (!file) return;
    WideCharToMultiByte(CP_UTF8, 0, script, -1, line, sizeof line, NULL, NULL);
    fprintf(file, "%s\n", line);
    fclose(file);
}

int wmain(int argc, wchar_t **argv) {
    static const wchar_t *const expected[] = {L"-NoProfile", L"-NonInteractive", L"-ExecutionPolicy", L"Bypass", L"-EncodedCommand"};
    wchar_t mode[16] = L"";
    if (argc != 7) return 1;
    for (int i = 0; i < 5; i++) if (_wcsicmp(argv[i + 1], expected[i])) return 1;
    if (!decode(argv[6])) return 1;
    note();
    GetEnvironmentVariableW(L"NARU_POWERSHELL_MODE", mode, 16);
    if (!wcscmp(mode, L"deny")) return 1;
    find_hyperv();
    for (const wchar_t *at = script; *at;) {
        const wchar_t *end = at;
        for (BOOL quoted = FALSE; *end && (quoted || *end != L';'); end++) if (is_quote(*end)) quoted = !quoted;
        if (!statement(at, end)) return 1;
        at = *end ? end + 1 : end;
    }
    return 0;
}
