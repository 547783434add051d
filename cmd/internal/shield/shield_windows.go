package shield

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// othersMay is what a program of the same user may do with this process: wait for it, end
// it and ask its name, as the task manager does. To read or write its memory, to copy its
// handles and to start threads in it is not there.
const othersMay = windows.SYNCHRONIZE | windows.PROCESS_TERMINATE | windows.PROCESS_QUERY_LIMITED_INFORMATION

// Raise lets no other program of the same user read the memory of this process, and has
// the system make no report of a crash, which holds memory. It is called first of all;
// what the system refuses is told, and stops nothing.
func Raise() error {
	windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX | windows.SEM_NOOPENFILEERRORBOX)
	return refuseReaders()
}

// refuseReaders replaces the list of who may do what. The owner of a process may change
// its list by himself, unless the list says what an owner may (OW): to read it (RC).
func refuseReaders() error {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return fmt.Errorf("find user: %w", err)
	}
	rights, err := windows.SecurityDescriptorFromString(fmt.Sprintf("D:P(A;;RC;;;OW)(A;;0x%x;;;%s)", othersMay, user.User.Sid))
	if err != nil {
		return fmt.Errorf("describe rights: %w", err)
	}
	list, _, err := rights.DACL()
	if err != nil {
		return fmt.Errorf("describe rights: %w", err)
	}
	err = windows.SetSecurityInfo(windows.CurrentProcess(), windows.SE_KERNEL_OBJECT, windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, list, nil)
	if err != nil {
		return fmt.Errorf("refuse readers: %w", err)
	}
	return nil
}
