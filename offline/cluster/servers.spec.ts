import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OfflineError } from "../offline-error";
import { figuresLine, figuresOf } from "./figures";
import { pause, type Server, Servers } from "./servers";

/** A program that says it has begun and then does as it is told; its folder is an argument, as with the real ones. */
const program = (folder: string, script: string) => ["-e", `console.log("begun"); ${script}`, folder];
const FOR_EVER = "setInterval(() => undefined, 1000)";

describe("background programs", function () {
    this.timeout(60_000);
    let folder: string;
    let servers: Servers;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "kaireon-servers-"));
        servers = new Servers(folder);
    });
    afterEach(() => {
        servers.kill();
        rmSync(folder, { recursive: true });
    });

    const begun = async (name: string) => {
        while (servers.lastWords(name) !== "begun") await pause(20);
    };
    const exists = (pid: number) => {
        try {
            return !execFileSync("ps", ["-o", "stat=", "-p", `${pid}`], { encoding: "utf8" }).startsWith("Z");
        } catch {
            return false;
        }
    };

    it("run until they are told to stop, and another command finds them by their folder", async () => {
        servers.start("etcd", process.execPath, program(folder, FOR_EVER));
        servers.start("kwok", process.execPath, program(folder, FOR_EVER));
        await Promise.all([begun("etcd"), begun("kwok")]);
        const found = new Servers(folder);
        const started = found.list();
        assert.deepEqual(
            started.map((server) => [server.name, found.isRunning(server)]),
            [
                ["etcd", true],
                ["kwok", true],
            ],
        );
        found.assertRunning();
        await found.stop();
        assert.deepEqual(found.list(), []);
        assert.deepEqual(
            started.map(({ pid }) => exists(pid)),
            [false, false],
        );
    });

    it("are told of with their last words when one has ended by itself", async () => {
        servers.start("etcd", process.execPath, program(folder, 'console.error("no disk"); process.exit(1)'));
        const [etcd] = servers.list();
        assert.ok(etcd);
        while (servers.isRunning(etcd)) await pause(20);
        assert.throws(
            () => servers.assertRunning(),
            new OfflineError(`offline: etcd has ended. Its last words (${join(folder, "etcd.log")}):\nbegun\nno disk`),
        );
    });

    it("are not taken for a program of somebody else that has got the process id since", () => {
        const other: Server = { name: "etcd", pid: process.pid };
        assert.equal(servers.isRunning(other), false);
    });

    it("are none in a folder that no cluster was in", () => assert.deepEqual(servers.list(), []));

    it("have a memory that is told, program by program and together", async () => {
        servers.start("etcd", process.execPath, program(folder, FOR_EVER));
        await begun("etcd");
        const figures = figuresOf(servers);
        assert.deepEqual(
            figures.map(({ name, memoryMib }) => [name, memoryMib > 10]),
            [["etcd", true]],
        );
        assert.equal(
            figuresLine([
                { name: "etcd", memoryMib: 42 },
                { name: "kwok", memoryMib: 8 },
            ]),
            "etcd 42 MiB, kwok 8 MiB; together 50 MiB",
        );
    });
});
