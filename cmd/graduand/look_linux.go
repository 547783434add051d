package main

import (
	"os"
	"path/filepath"

	"github.com/rymdport/portal/settings"
	"github.com/rymdport/portal/settings/appearance"
)

// followLook tells whether the windows of the desktop are dark, now and at every change, as the portal of
// the desktop says it; where there is none, nothing. It waits for the desktop and does not return.
func followLook(tell func(dark bool)) {
	if !hasSessionBus() {
		return
	}
	if scheme, err := appearance.GetColorScheme(); err == nil {
		tell(scheme == appearance.Dark)
	}
	// What the desktop does not tell is not followed.
	_ = settings.OnSignalSettingChanged(func(changed settings.Changed) {
		if changed.Namespace != appearance.Namespace || changed.Key != "color-scheme" {
			return
		}
		if scheme, err := appearance.ValueToColorScheme(changed.Value); err == nil {
			tell(scheme == appearance.Dark)
		}
	})
}

// hasSessionBus says that the session has a bus: who asks for one without it starts one, which stays.
func hasSessionBus() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return err == nil && os.Getenv("XDG_RUNTIME_DIR") != ""
}
