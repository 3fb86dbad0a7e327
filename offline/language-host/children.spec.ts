import assert from "node:assert/strict";
import { once } from "node:events";
import { Children } from "./children";

describe("processes of a language host", () => {
    it("have all ended, and been waited for, when it says so", async () => {
        const children = new Children();
        const child = children.start(["-e", "console.log('up'); setInterval(() => {}, 1000)"], {
            stdio: ["ignore", "pipe", "ignore"],
        });
        assert.ok(child.stdout);
        await once(child.stdout, "data");
        await children.endAll();
        assert.equal(child.signalCode, "SIGTERM");
    });

    it("are nothing to wait for when all have ended by themselves", async () => {
        const children = new Children();
        const child = children.start(["-e", ""], { stdio: "ignore" });
        await once(child, "exit");
        await children.endAll();
    });
});
