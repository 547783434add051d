# Two commands matter: "make run" shows the program at work, "make test" proves it.

CAMPAIGN ?= zno-2020
BUILD    := build
DEMO     := $(BUILD)/demo-$(CAMPAIGN)

# What each command needs beyond Go, as Debian packages: the window a C compiler and
# the headers of X11 and OpenGL. The tests let independent programs judge our files
# (poppler, qpdf and Ghostscript the documents, a CUPS that each test starts for itself the
# millimetres on paper, zbar the barcodes, LibreOffice the workbooks; age, minisign, unzip,
# jsonschema and the npm package datapackage, pinned by hash, the messages) and
# drive the real window on a display without a screen; strace records what a power cut
# would interrupt.
DEPS_run  := gcc libc6-dev libgl1-mesa-dev libgl1-mesa-dri xorg-dev
DEPS_test := $(DEPS_run) poppler-utils qpdf ghostscript cups printer-driver-cups-pdf zbar-tools libreoffice-calc-nogui age minisign zip unzip python3-jsonschema nodejs npm xvfb xdotool imagemagick strace postgresql
DEPS_package := $(DEPS_run) gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64 libz-mingw-w64-dev nsis zip xz-utils dpkg-dev desktop-file-utils osslsigncode meson ninja-build python3-mako bison flex
DEPS_windows := $(DEPS_package) wine wine64 xvfb xdotool imagemagick poppler-utils
DEPS_peers := $(DEPS_test) libreoffice-writer-nogui python3-openpyxl
DEPS_chart := gnuplot-nox librsvg2-bin
FOR       ?= test

# Only the desktop program needs cgo; everything else must do without.
export CGO_ENABLED = 0
PACKAGES = $(shell go list -e ./... | grep -v /cmd/graduand$$)
TAGS     = -tags migrated_fynedo,no_emoji
# Lets the window overwrite the memory that it frees, see cmd/graduand/memory.go.
CLEARS   = -X runtime.godebugDefault=clobberfree=1

# The packages with benchmarks, with fuzz targets.
BENCHED  = $(sort $(dir $(shell grep -rl --include=*_test.go '^func Benchmark' cmd data imaging reports ui)))
FUZZED   = $(sort $(dir $(shell grep -rl --include=*_test.go '^func Fuzz' data imaging reports ui)))

# Those whose tests take minutes: begun first, none of them is left over when the other core has nothing more to do.
LONG     = graduand/ui graduand/cmd graduand/cmd/graduandctl

# How long the tests of one package may take: much longer than they need on a machine
# whose cores are busy with something else.
LIMIT    = 60m

.PHONY: proof package test-windows test-packages reproduced run test photos-report zones zones-learn crash kills power gallery guide bench bench-peers growth deps build ctl golden notices fuzz clean

run:
	@$(MAKE) --no-print-directory deps FOR=run
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display for the window; graduandctl does the main job without one."; \
		$(MAKE) --no-print-directory ctl && rm -rf "$(DEMO)" && \
		$(BUILD)/graduandctl demo "$(DEMO)" --campaign $(CAMPAIGN); \
	else \
		$(MAKE) --no-print-directory build && \
		$(BUILD)/graduand --folder $(BUILD)/desk --demo $(CAMPAIGN); \
	fi

build: ctl
	@echo "building the window; the first time takes some minutes"
	CGO_ENABLED=1 go build -trimpath $(TAGS) -ldflags "-s -w $(CLEARS)" -o $(BUILD)/graduand ./cmd/graduand

ctl:
	@mkdir -p $(BUILD)
	go build -trimpath -ldflags "-s -w" -o $(BUILD)/graduandctl ./cmd/graduandctl
	$(BUILD)/graduandctl licences > $(BUILD)/LICENCES.txt

test:
	@$(MAKE) --no-print-directory deps FOR=test
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	go vet $(PACKAGES)
	CGO_ENABLED=1 go vet ./cmd/graduand
	GOOS=windows go vet $(PACKAGES)
	go test -vet=off -timeout $(LIMIT) $(LONG) $(filter-out $(LONG),$(PACKAGES))

# What people install, in build/package: see the script for what it takes from the environment. SOFTGL=0
# leaves out the software OpenGL for Windows, whose first build takes ten minutes of two cores.
package:
	@$(MAKE) --no-print-directory deps FOR=package
	cmd/graduand/package.sh $(BUILD)/package

# Installs the Windows setup under Debian's wine, works with the program, removes it, works with the one
# for a stick, and signs it.
test-windows:
	@$(MAKE) --no-print-directory deps FOR=windows
	@test -e $(BUILD)/package/graduand-setup.exe || $(MAKE) --no-print-directory package
	@mkdir -p $(BUILD)/shots
	GRADUAND_PACKAGES=$(CURDIR)/$(BUILD)/package SHOTS=$(CURDIR)/$(BUILD)/shots go test -count=1 -timeout $(LIMIT) -v -run 'SetupOnWindows|Signed' ./cmd

# Unpacks the Debian package and the archive that make package has made, resolves their libraries, starts
# both, and removes the archive's again.
test-packages:
	@$(MAKE) --no-print-directory deps FOR=windows
	@test -e $(BUILD)/package/SHA256SUMS || $(MAKE) --no-print-directory package
	GRADUAND_PACKAGES=$(CURDIR)/$(BUILD)/package go test -count=1 -timeout $(LIMIT) -v -run 'DebPackage|Tarball' ./cmd

# Makes all of it twice, in two folders and with nothing built before, and compares the bytes; half an hour of
# two cores.
reproduced:
	@$(MAKE) --no-print-directory deps FOR=package
	cmd/graduand/reproduced.sh $(BUILD)/reproduced

# What the judge of photos says of the labelled set, rule by rule and by the skins of people, and
# of drawn people of five skins; the set lies beside the repository, or where GRADUAND_PHOTOS says.
photos-report:
	go test -count=1 -v -run 'Report|Skins' ./imaging

# What is too long for every check, in one table with the machine, the commit and the day: power cuts, kills,
# faults, hostile files, secrets, what it is made of, and how fast it is beside others. An hour and a half of two cores;
# it goes on where it was interrupted. ONLY=power,kills runs some of it, SEED gives other chances, and the
# table of a whole run goes into the README.
proof:
	@$(MAKE) --no-print-directory deps FOR=peers
	go run ./cmd/internal/proof -seed $(or $(SEED),1) -only "$(ONLY)"

# The long run of killing the program at every kind of write: what works in a registry, then graduandctl.
crash:
	GRADUAND_TIMES=$(or $(TIMES),1000) GRADUAND_SEED=$(or $(SEED),1) go test -count=1 -timeout 60m -v -run 'Killed$$' ./data/registry ./data/powercut

# The long run of killing the centre while it takes messages over, on both databases.
kills:
	@$(MAKE) --no-print-directory deps FOR=test
	GRADUAND_TIMES=$(or $(TIMES),200) GRADUAND_SEED=$(or $(SEED),1) go test -count=1 -timeout $(LIMIT) -v -run Killed ./data/centre

# The long run of power cuts: every moment of the work of graduandctl, in four ways, so
# many times each. SEED gives other disks.
power:
	@$(MAKE) --no-print-directory deps FOR=test
	GRADUAND_TIMES=$(or $(TIMES),4) GRADUAND_SEED=$(or $(SEED),1) go test -count=1 -timeout 60m -v -run 'PowerCut|Synchronising' ./data/powercut

# Screenshots into build/gallery: of every screen, every step of a form and every dialog behind a button, in
# four languages, light and dark, at 100 % on 1366 × 768 and at 150 % on 1024 × 600; of the weeks of a season;
# and of the real window. It takes a quarter of an hour. Besides the first page of every document of the
# demonstration, a picture a campaign, for the README.
gallery: ctl
	@$(MAKE) --no-print-directory deps FOR=test
	@mkdir -p $(BUILD)/gallery
	SHOTS=$(CURDIR)/$(BUILD)/gallery go test -count=1 -timeout $(LIMIT) -run 'Gallery|Shots|RealWindow' ./ui/... ./cmd
	@for c in zno-2020 ort-2021; do \
		d=$(BUILD)/gallery-$$c; rm -rf $$d; $(BUILD)/graduandctl demo $$d --campaign $$c --graduates 30 >/dev/null || exit 1; \
		for f in $$d/out/*.pdf; do n=$$(basename $$f .pdf); n=$${n%-11-*}; pdftoppm -r 50 -gray -singlefile -png $$f $$d/$$n; done; \
		montage -label '%t' $$d/*.png -tile 6x -geometry +8+8 -background '#dddddd' -colors 16 assets/screenshots/documents-$$c.png || exit 1; \
	done

# Makes the pictures of the user guide anew (assets/guide/pictures), and the words in them by which a test says
# when (ui/testdata/guide). Look at them before committing. The guide itself is made by the program: «graduandctl
# guide» writes it.
guide:
	SHOTS=/nonexistent GUIDE=1 go test -count=1 -run GuidePictures ./ui

# How many machine-readable zones are read whole, by tilt, size, grain, focus and face, and
# how many Debian's tesseract reads, where it is there. It takes some minutes.
zones:
	GRADUAND_ZONES=1 go test -count=1 -timeout $(LIMIT) -v -run 'Report|Peer' ./imaging/mrz

# Finds the numbers anew by which the signs of a zone are told apart. It takes five minutes.
FACES_zones := $(addprefix imaging/drawing/,$(foreach n,1 2 3 4 5,OCRB.ttf)) \
	$(addprefix /usr/share/fonts/opentype/ocr-b/,OCRBS.otf OCRBS.otf OCRBL.otf) \
	$(addprefix /usr/share/fonts/truetype/,dejavu/DejaVuSansMono.ttf dejavu/DejaVuSansMono.ttf dejavu/DejaVuSansMono-Bold.ttf \
	liberation/LiberationMono-Regular.ttf liberation/LiberationMono-Bold.ttf noto/NotoMono-Regular.ttf hack/Hack-Regular.ttf \
	jetbrains-mono/JetBrainsMono-Regular.ttf)
DEPS_zones := fonts-ocr-b fonts-dejavu-core fonts-dejavu-extra fonts-liberation fonts-noto-mono fonts-hack-ttf fonts-jetbrains-mono
zones-learn:
	@$(MAKE) --no-print-directory deps FOR=zones
	go run ./imaging/mrz/glyph/learn imaging/mrz/glyph/weights.bin 1300000 $(FACES_zones)

# Installs what is missing and says what; sudo only for who is not root. What it brings starts
# no service: Debian asks policy-rc.d, which says no as long as that takes, unless the PC has
# one of its own.
QUIET = p=/usr/sbin/policy-rc.d; [ -e $$p ] || { trap "rm -f $$p" EXIT; printf "\#!/bin/sh\nexit 101\n" > $$p; chmod +x $$p; }; \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$@" >/dev/null
JUDGES = data/exchange/testdata/judges
deps:
	@missing=; for p in $(DEPS_$(FOR)); do dpkg -s $$p >/dev/null 2>&1 || [ -n "$$(command -v $$p)" ] || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		echo "installing:$$missing"; \
		$$sudo apt-get update -qq && \
		$$sudo sh -c '$(QUIET)' deps $$missing; \
	fi
	@if [ $(FOR) = test ] && ! cmp -s $(JUDGES)/package-lock.json $(BUILD)/judges/package-lock.json; then \
		echo "installing: datapackage (npm) into $(BUILD)/judges"; \
		mkdir -p $(BUILD)/judges && cp $(JUDGES)/package.json $(BUILD)/judges/ && \
		cp $(JUDGES)/package-lock.json $(BUILD)/judges/ && \
		{ npm ci --prefix $(BUILD)/judges --silent --ignore-scripts || { rm -r $(BUILD)/judges; exit 1; }; }; \
	fi

bench:
	@$(MAKE) --no-print-directory deps FOR=test
	go test -run '^$$' -bench . -skip '$(BESIDE)' -cpu 1 $(filter-out ./cmd/,$(BENCHED:%=./%))
	go test -run '^$$' -bench Start -benchtime 5x ./cmd

# What a person waits for beside what else she would take, in turn in one run, told as how many times longer
# the one is: the import beside the program before the lock (the history of the repository is needed) and
# openpyxl with sqlite3, cards and list beside LibreOffice, the opening beside the bare derivation of a key,
# a backup of 1 GB beside cp and sync, a letter in the search. Ten minutes of two cores, and 4 GB of disk.
BESIDE := ^Benchmark(Against|Growth|SearchTyped)
bench-peers:
	@$(MAKE) --no-print-directory deps FOR=peers
	go test ./data/registrar ./reports ./ui -p 1 -run '^$$' -bench '^Benchmark(Against|SearchTyped)' -benchtime 1x -timeout $(LIMIT) -v

# How cost grows with the school, as figures and as the chart of the README. Look at it before committing.
GROWN = $(BUILD)/growth.figures
growth:
	@$(MAKE) --no-print-directory deps FOR=chart
	@mkdir -p $(BUILD) && rm -f $(GROWN)
	GRADUAND_FIGURES=$(CURDIR)/$(GROWN) go test ./data/registrar ./ui -p 1 -run '^$$' -bench '^BenchmarkGrowth' -benchtime 1x -timeout $(LIMIT)
	go run ./cmd/internal/growth $(GROWN) | gnuplot > assets/screenshots/growth.svg
	rsvg-convert -z 2 assets/screenshots/growth.svg > $(BUILD)/growth.png

# Writes the pictures and texts that tests compare with anew; look at them before committing.
golden:
	go test ./reports -run Golden -update

# Gathers the licences of all that the programs are linked from anew; a test says when.
notices:
	go run ./cmd/internal/notices assets/notices/notices.txt

fuzz:
	@for p in $(FUZZED); do \
		for f in $$(grep -ho 'func Fuzz[A-Za-z0-9_]*' $$p*_test.go | sed 's/func //'); do \
			go test ./$$p -run '^$$' -fuzz "^$$f$$" -fuzztime 30s -fuzzminimizetime 10x || exit 1; \
		done; \
	done

clean:
	rm -rf $(BUILD)
