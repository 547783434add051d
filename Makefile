# Two commands matter: "make run" shows the program at work, "make test" proves it.

CAMPAIGN ?= zno-2020
BUILD    := build
DEMO     := $(BUILD)/demo-$(CAMPAIGN)

# What each command needs beyond Go, as Debian packages. The tests let independent
# programs judge our files: poppler and qpdf the documents, zbar the barcodes,
# LibreOffice the workbooks.
DEPS_run  :=
DEPS_test := poppler-utils qpdf zbar-tools libreoffice-calc-nogui
FOR       ?= test

export CGO_ENABLED = 0

.PHONY: run test bench deps build golden fuzz clean

run:
	@$(MAKE) --no-print-directory deps FOR=run
	@$(MAKE) --no-print-directory build
	@rm -rf "$(DEMO)"
	@$(BUILD)/graduandctl demo "$(DEMO)" --campaign $(CAMPAIGN)
	@$(BUILD)/graduandctl list "$(DEMO)/school.graduand" | head -n 12
	@echo "… the whole demonstration lies in $(DEMO)"

build:
	@mkdir -p $(BUILD)
	go build -trimpath -o $(BUILD)/graduandctl ./cmd/graduandctl

test:
	@$(MAKE) --no-print-directory deps FOR=test
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	go vet ./...
	GOOS=windows go vet ./...
	go test ./...

# Installs what is missing and says what; sudo only for who is not root.
deps:
	@missing=; for p in $(DEPS_$(FOR)); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		echo "installing:$$missing"; \
		$$sudo apt-get update -qq && \
		$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

bench:
	go test -run '^$$' -bench . -benchmem ./data/registrar ./data/roster ./reports ./data/campaign

# Writes the pictures and texts that tests compare with anew; look at them before committing.
golden:
	go test ./reports -run Golden -update

fuzz:
	@for p in ./data ./data/campaign ./data/roster; do \
		for f in $$(grep -ho 'func Fuzz[A-Za-z0-9_]*' $$p/*_test.go | sed 's/func //'); do \
			go test $$p -run '^$$' -fuzz "^$$f$$" -fuzztime 30s || exit 1; \
		done; \
	done

clean:
	rm -rf $(BUILD)
