#!/bin/sh
# Installs Graduand for this user, without an administrator: ./install.sh, or ./install.sh --remove.
# What it needs and this PC lacks it says.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
files="applications/graduand.desktop mime/packages/graduand.xml icons/hicolor/scalable/apps/graduand.svg icons/hicolor/256x256/apps/graduand.png"

# say SENTENCE in English, in Ukrainian, in Russian: the one of this user.
say() {
	case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
	uk*) echo "$2" ;;
	ru* | ky* | kk* | be*) echo "$3" ;;
	*) echo "$1" ;;
	esac
}

renew() {
	for program in update-desktop-database:applications update-mime-database:mime; do
		if command -v "${program%:*}" >/dev/null 2>&1; then "${program%:*}" "$home/${program#*:}"; fi
	done
}

if [ "${1:-}" = --remove ]; then
	for f in $files; do rm -f "$home/$f"; done
	rm -f "$bin/graduand" "$bin/graduandctl"
	renew
	say "Graduand is removed; registries, backups and settings are where they were." \
		"Graduand вилучено; реєстри, резервні копії та налаштування залишилися на місці." \
		"Graduand удалён; реестры, резервные копии и настройки остались на месте."
	exit
fi
missing=$(ldd "$here/bin/graduand" 2>&1 | sed -n -e 's/^[[:space:]]*\(.*\) => not found.*/\1/p' -e "s/.*version \`\(.*\)' not found.*/\1/p" | sort -u | tr '\n' ' ')
if [ -n "$missing" ]; then
	say "This PC lacks: $missing" "На цьому комп’ютері бракує: $missing" "На этом компьютере не хватает: $missing" >&2
	echo "Debian, Ubuntu, Astra: libgl1 libgl1-mesa-dri libx11-6 libxcursor1 libxrandr2 libxi6; ALT: libGL xorg-dri-swrast libX11 libXcursor libXrandr libXi." >&2
	say "GLIBC means that the system is older than the program needs." "GLIBC означає, що система старіша, ніж потрібно програмі." \
		"GLIBC означает, что система старше, чем нужно программе." >&2
	exit 1
fi
for f in $files; do
	mkdir -p "$home/$(dirname "$f")"
	cp "$here/share/$f" "$home/$f"
done
mkdir -p "$bin"
# A program that runs keeps its own file; cp would write into that, and is refused.
install -m 755 "$here/bin/graduand" "$here/bin/graduandctl" "$bin/"
sed -i "s|^Exec=graduand|Exec=\"$bin/graduand\"|" "$home/applications/graduand.desktop"
renew
say "Graduand is installed: look for it in the menu, or start $bin/graduand." \
	"Graduand установлено: шукайте його в меню або запустіть $bin/graduand." \
	"Graduand установлен: ищите его в меню или запустите $bin/graduand."
