// What Go writes when the program ends by a fault, without the words in it: a panic may say the name of a
// person, and the arguments of a call may be the bytes of a key. Of each line only what has a known form is
// kept: which kind of fault, and the functions with file and line. A thread of C does it, since Go stops all
// of its own; it reads from a pipe in which no more than a word waits, so that little of the end is lost. What
// libraries write there before any fault, as that of OpenGL does, goes on to who keeps what programs complain of.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

typedef struct {
#ifdef _WIN32
	HANDLE from;
	wchar_t *path;
#else
	int from;
	char *path;
#endif
	char *head;
	FILE *to, *echo;
	int begun, stack;
} graduand_crash;

static int graduand_begins(const char *line, const char *with) { return strncmp(line, with, strlen(with)) == 0; }

// Makes the file, with what is known beforehand.
static void graduand_open(graduand_crash *c) {
	if (c->to) return;
#ifdef _WIN32
	c->to = _wfopen(c->path, L"wb");
#else
	int f = open(c->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	c->to = f < 0 ? NULL : fdopen(f, "wb");
#endif
	if (!c->to) return;
	char at[32];
	time_t now = time(NULL);
	strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
	fprintf(c->to, "%s\n%s\n\n", c->head, at);
}

static void graduand_write(FILE *to, const char *words) {
	if (!to) return;
	fprintf(to, "%s\n", words);
	fflush(to);
}

static void graduand_keep(graduand_crash *c, const char *words) {
	graduand_open(c);
	graduand_write(c->to, words);
	graduand_write(c->echo, words);
}

// A line before the first stack: of a fault what Go says in its own words, and of a panic that it was one,
// behind whatever a library left without an end; the words of that may go on in further lines.
static void graduand_fault(graduand_crash *c, char *line) {
	static const char *own[] = {"panic: runtime error: ", "panic: interface conversion: ", "fatal error: ", "runtime: ", "[signal ", "SIG", "Exception 0x", "unexpected fault address "};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (graduand_begins(line, own[i])) {
			c->begun = 1;
			graduand_keep(c, line);
			return;
		}
	if (strstr(line, "panic: ")) {
		c->begun = 1;
		graduand_keep(c, "panic: (the words are left out)");
	} else if (!c->begun) {
		graduand_write(c->echo, line);
	}
}

// A line of a stack: a goroutine with its state, a function without its arguments, a place without its offset.
static void graduand_stack(graduand_crash *c, char *line) {
	size_t n = strlen(line);
	char *end;
	if (line[0] == '\t') {
		if ((end = strstr(line, " +0x"))) *end = 0;
		if ((end = strrchr(line, ':')) && strspn(end + 1, "0123456789") == strlen(end + 1) && end[1] && (strstr(line, ".go:") || strstr(line, ".s:") || strstr(line, "_cgo")))
			graduand_keep(c, line);
	} else if (graduand_begins(line, "goroutine ")) {
		if ((end = strchr(line, ']'))) {
			strcpy(end + 1, ":");
			graduand_keep(c, line);
		}
	} else if (graduand_begins(line, "created by ")) {
		graduand_keep(c, line);
	} else if (n > 2 && line[n - 1] == ')' && (end = strrchr(line, '(')) && strcspn(line, " \t\"") >= (size_t)(end - line)) {
		strcpy(end, "(…)");
		graduand_keep(c, line);
	} else if (n == 0) {
		graduand_keep(c, "");
	}
}

static void graduand_line(graduand_crash *c, char *line) {
	if (c->begun && graduand_begins(line, "goroutine ")) c->stack = 1;
	if (c->stack) graduand_stack(c, line);
	else graduand_fault(c, line);
}

// Reads to the end of the program. A line that is longer than any of a stack is words.
static void graduand_read(graduand_crash *c) {
	static char line[4096 + 8];
	size_t n = 0;
	// As much as one write may put into the pipe at once: what is not read of that is lost.
	char part[4096];
	for (;;) {
#ifdef _WIN32
		DWORD got = 0;
		if (!ReadFile(c->from, part, sizeof part, &got, NULL)) return;
#else
		ssize_t got = read(c->from, part, sizeof part);
		if (got < 0 && errno == EINTR) continue;
		if (got <= 0) return;
#endif
		for (int i = 0; i < (int)got; i++) {
			if (part[i] == '\n') {
				line[n] = 0;
				graduand_line(c, line);
				n = 0;
			} else if (part[i] != '\r' && n < 4096) {
				line[n++] = part[i];
			}
		}
	}
}

#ifdef _WIN32
static DWORD WINAPI graduand_thread(void *of) {
	graduand_read(of);
	return 0;
}

// Returns the handle to write to, 0 for none; path is UTF-16.
static uintptr_t graduand_watch(void *path, char *head, int echo) {
	graduand_crash *c = calloc(1, sizeof *c);
	(void)echo;
	HANDLE to;
	if (!c || !CreatePipe(&c->from, &to, NULL, 1)) return 0;
	c->path = path;
	c->head = head;
	HANDLE thread = CreateThread(NULL, 0, graduand_thread, c, 0, NULL);
	if (!thread) return 0;
	CloseHandle(thread);
	return (uintptr_t)to;
}
#else
static void *graduand_thread(void *of) {
	graduand_read(of);
	return NULL;
}

// Returns the descriptor to write to, 0 for none; path is UTF-8. What is kept goes to echo as well, where
// that is one.
static uintptr_t graduand_watch(void *path, char *head, int echo) {
	graduand_crash *c = calloc(1, sizeof *c);
	int ends[2];
	if (!c || pipe2(ends, O_CLOEXEC | O_DIRECT)) return 0;
	fcntl(ends[0], F_SETPIPE_SZ, 4096);
	c->from = ends[0];
	c->path = path;
	c->head = head;
	if (echo > 0) c->echo = fdopen(echo, "wb");
	// Signals are for the threads of Go.
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	pthread_t thread;
	int failed = pthread_create(&thread, NULL, graduand_thread, c);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (failed) return 0;
	return (uintptr_t)ends[1];
}
#endif
