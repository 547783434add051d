package printer

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Here is the printing system of this PC. A file that another program prints gets its path
// from place.
func Here(place func(name string) (string, error)) System {
	return &shell{value: registryValue, names: registryNames, execute: execute, place: place}
}

func (r registryRoot) key() registry.Key {
	if r == classesRoot {
		return registry.CLASSES_ROOT
	}
	return registry.CURRENT_USER
}

// registryValue reads a text. One that is missing, or that nobody may read, says nothing.
func registryValue(root registryRoot, path, name string) string {
	key, err := registry.OpenKey(root.key(), path, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer key.Close()
	value, _, err := key.GetStringValue(name)
	if err != nil {
		return ""
	}
	return value
}

func registryNames(root registryRoot, path string) []string {
	key, err := registry.OpenKey(root.key(), path, registry.QUERY_VALUE)
	if err != nil {
		return nil
	}
	defer key.Close()
	names, err := key.ReadValueNames(0)
	if err != nil {
		return nil
	}
	return names
}

// execute asks the shell. The path and the parameters are no command line: the shell puts
// them into the one that the program has registered.
func execute(verb, path, parameters string) error {
	var words [3]*uint16
	for i, word := range []string{verb, path, parameters} {
		var err error
		if words[i], err = windows.UTF16PtrFromString(word); err != nil {
			return fmt.Errorf("ask the shell: %w", err)
		}
	}
	if err := windows.ShellExecute(0, words[0], words[1], words[2], nil, windows.SW_HIDE); err != nil {
		return errors.Join(errors.New("ask the shell to "+verb), err)
	}
	return nil
}
