//go:build !windows

package main

import "os"

// machineLanguages are those of the environment, the strongest first, such as uk_UA.UTF-8.
func machineLanguages() []string {
	return []string{os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")}
}
