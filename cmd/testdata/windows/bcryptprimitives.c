/* The library by which Go draws random bytes on Windows, which Debian's wine 8.0 lacks. For the tests under
   wine alone: Windows has it. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T n)
{
	while (n) {
		ULONG some = n > 0x10000000 ? 0x10000000 : (ULONG)n;
		if (!SystemFunction036(bytes, some))
			return FALSE;
		bytes += some;
		n -= some;
	}
	return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) { return TRUE; }
