import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { confirmed, executed } from "./trigger";

describe("the trigger of an event", () => {
    const openConsole = () => {
        const [input, output] = [new PassThrough(), new PassThrough()];
        const controller = new AbortController();
        const shown: string[] = [];
        output.on("data", (text) => shown.push(String(text)));
        return { input, output, signal: controller.signal, controller, shown: () => shown.join("") };
    };

    it("waits for the operator's Enter", async () => {
        const console = openConsole();
        let isDone = false;
        const waiting = confirmed(console).then(() => {
            isDone = true;
        });
        await new Promise((resolve) => setImmediate(resolve));
        assert.equal(isDone, false);
        assert.match(console.shown(), /press Enter/);
        console.input.write("\n");
        await waiting;
    });

    it("does not take the end of standard input for a confirmation", async () => {
        const console = openConsole();
        console.input.end();
        await assert.rejects(confirmed(console), /nobody confirmed the event.*--trigger-at/);
    });

    it("stops waiting when the load is stopped", async () => {
        const console = openConsole();
        const waiting = confirmed(console);
        console.controller.abort();
        await assert.rejects(waiting, /stopped before the event/);
    });

    it("runs the command when the event's name is typed, and shows command and output", async () => {
        const console = openConsole();
        console.input.write("node-drain\n");
        const words = [process.execPath, "-e", "process.stdout.write(process.argv[1])", "it's gone"];
        await (await executed(console, "node-drain", words)).ended;
        assert.match(console.shown(), /This runs: \S+ -e .*'it'\\''s gone'\nType node-drain to run it: it's gone$/);
    });

    for (const typed of ["", "y", "yes", "node-drai"])
        it(`runs nothing where ${JSON.stringify(typed)} is typed`, async () => {
            const console = openConsole();
            console.input.write(`${typed}\n`);
            const words = [process.execPath, "-e", "process.stdout.write('it ran')"];
            await assert.rejects(executed(console, "node-drain", words), /is not node-drain; nothing was run/);
            assert.doesNotMatch(console.shown(), /it ran$/);
        });

    it("says that a command failed, or that there is none", async () => {
        const run = async (words: readonly string[]) => {
            const console = openConsole();
            console.input.write("node-drain\n");
            await (await executed(console, "node-drain", words)).ended;
        };
        await assert.rejects(
            run([process.execPath, "-e", "process.exit(3)"]),
            /ended with 3: the event did not happen as meant/,
        );
        await assert.rejects(run(["/nowhere/aws"]), /can't be run \(.*ENOENT/);
    });
});
