# The targets take what the go command takes in GOFLAGS.

# Packages whose tests start a Postgres.
SERVER = /internal/(e2e|pgtest|bench|live)(/|$$)

.PHONY: help test e2e matrix race gen lint bench load fuzz random ci

help: ## list the targets
	@grep -E '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## /\1\t/' | expand -t 8

test: ## run the tests that need no Postgres
	go test $$(go list ./... | grep -vE '$(SERVER)')

e2e: ## run the tests that need Postgres
	go test -count=1 $$(go list ./... | grep -E '$(SERVER)')

matrix: ## run the tests that need Postgres on the versions V (14 15 16 17 18)
	@failed=; for v in $(or $(V),14 15 16 17 18); do \
	  printf '\n== PostgreSQL %s\n' $$v; \
	  TRIGC_TEST_POSTGRES=$$v go test -count=1 -timeout 20m ./internal/e2e/... ./internal/pgtest/... || failed="$$failed $$v"; \
	done; \
	if [ "$$failed" ]; then echo "failed on$$failed"; exit 1; fi

race: ## run the tests of the generated packages with the race detector
	go test -count=1 -race ./internal/e2e/scope/... ./internal/e2e/protocol/... ./internal/pgtest/...

gen: ## write goldens and generated files anew; look at what git diff says
	-grep -rlE --include='*_test.go' 'flag\.Bool\("update"' . | xargs -n1 dirname | sort -u | xargs -n1 -I{} go test -count=1 {} -update
	go run ./cmd/trigc generate

lint: ## gofmt, vet, staticcheck and tidy modules
	test -z "$$(gofmt -s -l . | tee /dev/stderr)"
	go vet ./...
	go tool -modfile=tools/go.mod staticcheck ./...
	go mod tidy -diff
	go -C tools mod tidy -diff

bench: ## run the benchmarks; B=regexp chooses
	go test -run '^$$' -bench '$(or $(B),.)' -benchmem ./...

load: ## measure what docs/operations.md says of trigc at work under load
	TRIGC_TEST_FULL=1 go test -count=1 -timeout 1h -v -run '^Test(Load|Kill|Tenants)' ./internal/e2e/rollout

fuzz: ## run each fuzz test for T (10s)
	@set -e; for pkg in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
	    echo "$$pkg $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(or $(T),10s) $$pkg; \
	  done; \
	done

random: ## compare N (20000) random triggers with what Postgres says of them
	TRIGC_TEST_RANDOM=$(or $(N),20000) go test -count=1 -timeout 2h -v -run '^TestRandomTriggers$$' ./internal/e2e

ci: ## all that must hold before a change lands
	.ci/run
