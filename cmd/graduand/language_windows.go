package main

import "golang.org/x/sys/windows"

// machineLanguages are those that the user has chosen for the windows of this PC, the most wanted first,
// such as uk-UA.
func machineLanguages() []string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		// Without an answer the first language is the product's.
		return nil
	}
	return names
}
