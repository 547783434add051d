package main

import (
	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// followLook tells whether programs are dark by the settings of Windows, now and at every change. It waits
// for the change and does not return.
func followLook(tell func(dark bool)) {
	key, err := registry.OpenKey(registry.CURRENT_USER, `SOFTWARE\Microsoft\Windows\CurrentVersion\Themes\Personalize`, registry.QUERY_VALUE|windows.KEY_NOTIFY)
	if err != nil {
		// A Windows without the choice is light.
		return
	}
	defer key.Close()
	for {
		light, _, err := key.GetIntegerValue("AppsUseLightTheme")
		tell(err == nil && light == 0)
		if windows.RegNotifyChangeKeyValue(windows.Handle(key), false, windows.REG_NOTIFY_CHANGE_LAST_SET, 0, false) != nil {
			return
		}
	}
}
