#ifndef NETSH_H
#define NETSH_H

#define _WIN32_WINNT 0x0A00
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <objbase.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

#define ROOM 65536
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* ---- what it says: texts.c ---- */

typedef enum { OK, DELETED, UPDATED, NO_MATCH, ELEVATION, BAD_VALUE, BAD_PORT, BAD_PROTOCOL, SYNTAX, ARGUMENTS, NOT_FOUND } Text;

extern BOOL korean, lying, failing;

const wchar_t *said(Text text);
void print(const wchar_t *format, ...);
#define SAY(text, ...) print(said(text), ##__VA_ARGS__)
/* Says it, and returns the exit code that goes with it. */
int refuse(Text text);
/* Returns the exit code of what was done. */
int done(void);

/* ---- a rule: rule.c ---- */

typedef enum { ACTION, ACTIVE, DIRECTION, PROTOCOL, PROFILE, ICMP, LOCAL_PORT, REMOTE_PORT, LOCAL_IP, REMOTE_IP,
               INTERFACE, APP, SERVICE, COMPUTERS, USERS, NAME, DESCRIPTION, OTHER, EDGE, SECURITY, GROUPS } Group;
typedef struct { wchar_t group[GROUPS][ROOM]; BOOL given[GROUPS]; } Rule;

/* Appends "KEY=VALUE|". */
void field(wchar_t *to, const wchar_t *key, const wchar_t *value);
void decode(const wchar_t *text, Rule *rule);
void encode(const Rule *rule, wchar_t *text);

/* ---- values: values.c and addresses.c; OK where it is one, which the rule then has ---- */

BOOL text_value(const wchar_t *value, size_t longest);
BOOL number(const wchar_t *text, unsigned most, unsigned *result);
const wchar_t *one_of(const wchar_t *value, const wchar_t *const pairs[][2], size_t count);
/* Takes a list's next element, NULL at its end; an empty one is returned as such. */
wchar_t *next_of(wchar_t **list);
Text profiles(const wchar_t *value, Rule *rule);
Text protocol(const wchar_t *value, Rule *rule);
Text ports(const wchar_t *value, BOOL local, Rule *rule);
Text addresses(const wchar_t *value, BOOL local, Rule *rule);

/* ---- parameters: parameters.c ---- */

#define BIT(group) (1u << (group))
#define ALL (~0u)
/* What "delete" and "set" may select rules by. */
#define SELECTING                                                                                                 \
    (BIT(NAME) | BIT(DIRECTION) | BIT(PROFILE) | BIT(APP) | BIT(SERVICE) | BIT(LOCAL_IP) | BIT(REMOTE_IP) |       \
     BIT(LOCAL_PORT) | BIT(REMOTE_PORT) | BIT(PROTOCOL))

/* "key=value" each, only those in ALLOWED, none twice. */
Text parameters(int count, wchar_t **arguments, unsigned allowed, Rule *rule);
BOOL has_ports(const Rule *rule);
BOOL carries_ports(const Rule *rule);
/* What holds between the parameters (MS-FASP 2.2.37). */
Text consistent(const Rule *rule);
BOOL is_all(const Rule *rule);

/* ---- the registry: policy.c ---- */

typedef struct { wchar_t (*ids)[512]; int count; } Found;

HKEY policy(void);
void store(HKEY key, const wchar_t *id, const Rule *rule);
void load(HKEY key, const wchar_t *id, Rule *rule);
/* The ids of the rules that match: deleting or changing them is the caller's to do after. */
Found find(HKEY key, const Rule *wanted);

/* ---- the commands: rules.c and interface.c; each returns netsh's exit code ---- */

int add_rule(int count, wchar_t **arguments);
int delete_rule(int count, wchar_t **arguments);
int set_rule(int count, wchar_t **arguments);
int show_rule(int count, wchar_t **arguments);
int excluded_ranges(int count, wchar_t **arguments);
int port_proxy(BOOL adding, int count, wchar_t **arguments);

#endif
