import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findOnPath } from "../executables";
import { OfflineError } from "../offline-error";

/** Where a certificate and its key lie. */
export interface IssuedCertificate {
    readonly certificate: string;
    readonly key: string;
}

/** Without a configuration of its own OpenSSL reads the machine's, whose extensions differ from one distribution to the next. */
const CONFIGURATION = "[req]\ndistinguished_name = subject\nprompt = no\n[subject]\nCN = unnamed\n";
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];

/** A certificate authority for one run, which nothing else trusts. */
export class ThrowawayCa {
    /** The authority's own certificate. */
    readonly certificate: string;
    private readonly key: string;

    /** @throws OfflineError when OpenSSL fails or is not there */
    constructor(readonly folder: string) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "openssl.cnf"), CONFIGURATION);
        this.certificate = join(folder, "ca.crt");
        this.key = join(folder, "ca.key");
        this.openssl("throwaway authority", { certificate: this.certificate, key: this.key }, [
            "basicConstraints=critical,CA:TRUE",
            "keyUsage=critical,keyCertSign",
        ]);
    }

    /**
     * Signs a certificate for servers and clients.
     *
     * @param names `DNS:localhost`, `IP:127.0.0.1`
     */
    issue(commonName: string, names: readonly string[] = ["DNS:localhost", "IP:127.0.0.1"]): IssuedCertificate {
        const issued = {
            certificate: join(this.folder, `${commonName}.crt`),
            key: join(this.folder, `${commonName}.key`),
        };
        const extensions = ["basicConstraints=critical,CA:FALSE", `subjectAltName=${names.join(",")}`];
        this.openssl(commonName, issued, extensions, ["-CA", this.certificate, "-CAkey", this.key]);
        return issued;
    }

    private openssl(
        commonName: string,
        { certificate, key }: IssuedCertificate,
        extensions: readonly string[],
        signer: readonly string[] = [],
    ): void {
        const args = [
            ...["req", "-x509", "-config", join(this.folder, "openssl.cnf"), ...NEW_KEY, ...signer],
            ...["-subj", `/CN=${commonName}`, ...extensions.flatMap((extension) => ["-addext", extension])],
            ...["-keyout", key, "-out", certificate],
        ];
        const { status, stderr, error } = spawnSync("openssl", args, { encoding: "utf8" });
        if (status !== 0) {
            throw new OfflineError(
                `offline: openssl could not make a certificate for ${commonName}:\n${error?.message ?? stderr}`,
            );
        }
    }
}

/** Why no certificates can be made on this machine. */
export function missingForCertificates(env: Readonly<Record<string, string | undefined>>): string | undefined {
    if (findOnPath("openssl", env["PATH"]) !== undefined) return undefined;
    return "offline: there is no openssl. Install OpenSSL 3 (Debian: apt-get install openssl).";
}
