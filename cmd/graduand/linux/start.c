/*
 * Where the window's program begins on Linux, in place of the C library's crt1.o: that of a newer Debian
 * leaves the constructors to a C library as new as itself, and Astra and ALT have older ones. Here the
 * program runs them, as programs did when those were made; newer libraries allow that still.
 */
typedef void constructor(int, char **, char **);
typedef void destructor(void);

extern constructor *__preinit_array_start[], *__preinit_array_end[], *__init_array_start[], *__init_array_end[];
extern destructor *__fini_array_start[], *__fini_array_end[];

int main(int, char **, char **);
int __libc_start_main(int (*)(int, char **, char **), int, char **, constructor *, destructor *, destructor *, void *);
__asm__(".symver __libc_start_main, __libc_start_main@GLIBC_2.2.5");

static void begin(int count, char **arguments, char **environment)
{
	for (constructor **c = __preinit_array_start; c < __preinit_array_end; c++)
		(*c)(count, arguments, environment);
	for (constructor **c = __init_array_start; c < __init_array_end; c++)
		(*c)(count, arguments, environment);
}

static void end(void)
{
	for (destructor **d = __fini_array_end; d-- > __fini_array_start;)
		(*d)();
}

/* The stack has the number of arguments, then these; rdx has what the linker wants called at the end. */
__attribute__((used)) static void start(long *stack, destructor *linker)
{
	__libc_start_main(main, (int)stack[0], (char **)(stack + 1), begin, end, linker, stack);
	__builtin_trap();
}

__asm__(".globl _start\n"
	".type _start, @function\n"
	"_start:\n"
	"	xor %ebp, %ebp\n"
	"	mov %rsp, %rdi\n"
	"	mov %rdx, %rsi\n"
	"	and $-16, %rsp\n"
	"	call start\n"
	"	hlt\n");
