import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engineModuleFile } from "./engine-cache";
import { FakePrograms } from "./fake-programs.fixture";
import { isOlder } from "./go";
import type { Report } from "./progress";
import { provideEngine } from "./provide-engine";

const MACHINE = { platform: "linux", arch: "x64" };
const { version, go: requiredGo } = engineModuleFile();
const FOLDER = `pulumi-v${version}-linux-amd64`;
const FIX = "or install Pulumi (https://www.pulumi.com/docs/install/): a `pulumi` on PATH is used as it is.";

/** A Go that lists two packages and "builds" a file that holds its arguments and settings. */
const FAKE_GO = [
    'case "$1" in',
    "env) echo go1.99.1 ;;",
    "list) echo one; echo two; echo 'go: downloading x' >&2 ;;",
    'build) echo one >&2; while [ "$1" != "-o" ]; do all="$all $1"; shift; done',
    '    echo "$all $3 $GOOS $GOARCH $CGO_ENABLED" > "$2"; /bin/chmod +x "$2" ;;',
    "esac",
];

describe("the engine of an offline run", () => {
    const fake = new FakePrograms();
    after(() => fake.remove());
    const said: string[] = [];
    const progress = {
        start: (total: number) => void said.push(`of ${total}`),
        step: () => void said.push("a package"),
        stop: () => void said.push("stopped"),
    };
    const report: Report = { say: (line) => void said.push(line), progress };
    beforeEach(() => said.splice(0));

    it("is built once with Go when PATH has none, saying what, where and how long", async () => {
        const env = { PATH: fake.folder("go"), XDG_CACHE_HOME: fake.folder("cache") };
        const cache = join(env.XDG_CACHE_HOME, "kaireon");
        fake.add("go", "go", ...FAKE_GO);
        const built = { path: join(cache, FOLDER, "pulumi"), version, languageHost: "offline" };
        assert.deepEqual(await provideEngine(env, report, MACHINE), built);
        assert.deepEqual(said, [
            `offline: building Pulumi ${version} with Go into ${cache}/${FOLDER}.`,
            "offline: once per version; about 4 minutes on two cores, and half as long on four.",
            "offline: fetching its modules first.",
            "of 2",
            "a package",
            "stopped",
            "offline: the engine is built.",
        ]);
        assert.equal(
            readFileSync(built.path, "utf8").trim(),
            "build -v -trimpath -tags osusergo,grpcnotrace -ldflags -s -w -X " +
                `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version} ` +
                "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi linux amd64 0",
        );
        fake.add("go", "go", "exit 1");
        assert.deepEqual(await provideEngine(env, report, MACHINE), built, "the second time needs no Go");
    });

    it("appears whole when two runs build it at once", async () => {
        fake.add("two-go", "go", ...FAKE_GO);
        const env = { PATH: fake.folder("two-go"), XDG_CACHE_HOME: fake.folder("two-cache") };
        const [first, second] = await Promise.all([
            provideEngine(env, report, MACHINE),
            provideEngine(env, report, MACHINE),
        ]);
        assert.deepEqual(first, second);
        assert.deepEqual(readdirSync(join(env.XDG_CACHE_HOME, "kaireon")), [FOLDER], "no half-built folder is left");
    });

    it("is not there after a build that failed, and Go's last words are told", async () => {
        fake.add("bad-go", "go", 'case "$1" in env) echo go1.99.1 ;; build) echo "no space left" >&2; exit 2 ;; esac');
        const env = { PATH: fake.folder("bad-go"), XDG_CACHE_HOME: fake.folder("bad-cache") };
        await assert.rejects(provideEngine(env, report, MACHINE), {
            message:
                "offline: building the Pulumi engine failed: go exited with 2. Its last words:\nno space left\n" +
                "Modules come through GOPROXY (`go env GOPROXY`); a build needs about 3 GB of disk and of memory. " +
                "With Pulumi on PATH nothing is built: https://www.pulumi.com/docs/install/",
        });
        assert.deepEqual(readdirSync(join(env.XDG_CACHE_HOME, "kaireon")), []);
    });

    it("runs with a real language host when PATH has one, even if the engine is built here", async () => {
        const env = { PATH: fake.folder("real-host"), XDG_CACHE_HOME: fake.folder("seeded") };
        fake.add(`seeded/kaireon/${FOLDER}`, "pulumi");
        fake.add("real-host", "pulumi-language-nodejs");
        assert.equal((await provideEngine(env, report, MACHINE)).languageHost, "ambient");
    });

    it("is asked for when there is neither Pulumi nor Go", async () => {
        const env = { PATH: "/nowhere", XDG_CACHE_HOME: fake.folder("empty") };
        await assert.rejects(provideEngine(env, report, MACHINE), {
            message:
                "offline: there is no pulumi on PATH. There is no go either to build the Pulumi engine with.\n" +
                `Install Go ${requiredGo} or newer (https://go.dev/dl/), ${FIX}`,
        });
        assert.equal(existsSync(join(env.XDG_CACHE_HOME, "kaireon")), false);
    });

    it("is asked for when Go is too old, with the version that is there", async () => {
        const go = fake.add("old-go", "go", "echo go1.20.3");
        const env = { PATH: fake.folder("old-go"), XDG_CACHE_HOME: fake.folder("empty") };
        await assert.rejects(provideEngine(env, report, MACHINE), {
            message:
                `offline: ${go} is too old to build the Pulumi engine, which needs Go ${requiredGo}: Go 1.20.\n` +
                `Install Go ${requiredGo} or newer (https://go.dev/dl/), ${FIX}`,
        });
    });

    it("is asked for when Go may not fetch the toolchain that it needs", async () => {
        const refusal = "go: go.mod requires go >= 1.26 (running go 1.24.1; GOTOOLCHAIN=local)";
        fake.add("local-go", "go", `echo '${refusal}' >&2; exit 1`);
        const env = { PATH: fake.folder("local-go"), XDG_CACHE_HOME: fake.folder("empty") };
        await assert.rejects(provideEngine(env, report, MACHINE), (problem: Error) =>
            problem.message.includes(refusal),
        );
    });

    it("compares versions of Go by number", () => {
        assert.deepEqual(
            [isOlder("1.9", "1.26"), isOlder("1.26", "1.26"), isOlder("1.30", "1.26"), isOlder("2.0", "1.26")],
            [true, false, false, false],
        );
    });
});
