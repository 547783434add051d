package printer

// Here is the printing system of this PC. It needs no file: pages go through a pipe.
func Here(func(name string) (string, error)) System { return Cups() }
