import assert from "node:assert/strict";
import { missingForRedis } from "./redis-cluster";
import { missingForCertificates } from "./throwaway-ca";

describe("a Redis cluster on the loopback interface", () => {
    it("says what to install where there is no Redis", () =>
        assert.equal(
            missingForRedis({ PATH: "" }),
            "offline: redis-server and redis-cli not on PATH. Install Redis 7 (Debian: apt-get install redis-server).",
        ));

    it("says what to install where there is no OpenSSL to sign its certificate", () =>
        assert.equal(
            missingForCertificates({ PATH: "" }),
            "offline: there is no openssl. Install OpenSSL 3 (Debian: apt-get install openssl).",
        ));
});
