import assert from "node:assert/strict";
import { warningsIn } from "./deploy";

describe("what Helm says of an installation", () => {
    it("holds each warning of the API server once, however often the object was sent", () => {
        const log = (text: string) => `I1124 10:58:26.337386     826 warnings.go:107] "Warning: ${text}"`;
        const deprecated = "v1 Endpoints is deprecated in v1.33+";
        assert.deepEqual(
            warningsIn(
                [log(deprecated), log('would violate PodSecurity \\"restricted:latest\\"'), log(deprecated), ""].join(
                    "\n",
                ),
            ),
            [deprecated, 'would violate PodSecurity "restricted:latest"'],
        );
    });

    it("holds other lines that warn as they are, and none that do not", () =>
        assert.deepEqual(warningsIn('level=INFO msg="nothing"\nWARNING: Kubernetes configuration file is readable\n'), [
            "WARNING: Kubernetes configuration file is readable",
        ]));
});
