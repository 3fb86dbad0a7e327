import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments, stringify } from "yaml";
import { freePorts } from "../free-ports";
import type { Kubectl } from "../kubectl";
import type { Servers } from "../servers";
import type { IssuedCertificate, ThrowawayCa } from "../throwaway-ca";
import type { KedaTools } from "./keda-tools";

const LOOPBACK = "127.0.0.1";
const METRICS_SERVICE = "keda-metrics-apiserver";
const API_SERVICE = "v1beta1.external.metrics.k8s.io";

/** Where KEDA is installed. */
export interface KedaPlace {
    /** Its namespace. */
    readonly namespace: string;
    /** The service account that it runs as. */
    readonly serviceAccount: string;
}

/**
 * Flags with which the API server hands requests on to KEDA's metrics API: it shows this certificate and says in headers who asks.
 *
 * @param frontProxy a certificate whose common name is `front-proxy`
 */
export function aggregationFlags(ca: ThrowawayCa, frontProxy: IssuedCertificate): readonly string[] {
    return [
        `--proxy-client-cert-file=${frontProxy.certificate}`,
        `--proxy-client-key-file=${frontProxy.key}`,
        `--requestheader-client-ca-file=${ca.certificate}`,
        "--requestheader-allowed-names=front-proxy",
        "--requestheader-username-headers=X-Remote-User",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
    ];
}

/**
 * Starts KEDA's operator and its metrics API as programs beside the control plane, as the service account and with the rights that
 * KEDA's own manifests give them, and waits until the API server serves external metrics. Its admission webhooks are left out.
 *
 * @param servers ends them with the other programs of its folder
 * @param ca signs their certificates; the operator trusts servers that it signed, besides those that the machine trusts
 */
export async function startKeda(
    kubectl: Kubectl,
    { namespace, serviceAccount }: KedaPlace,
    tools: KedaTools,
    servers: Servers,
    ca: ThrowawayCa,
): Promise<void> {
    const [grpc = 0, health = 0, secure = 0, metrics = 0] = await freePorts(4);
    await kubectl.apply([
        { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
        ...tools.install.flatMap((file) =>
            parseAllDocuments(readFileSync(file, "utf8")).map((document): object => document.toJS()),
        ),
    ]);
    const kubeconfig = join(ca.folder, "keda.kubeconfig");
    const token = await kubectl.run(["create", "token", serviceAccount, `--namespace=${namespace}`, "--duration=24h"]);
    writeFileSync(kubeconfig, kubeconfigWith(kubectl, token), { mode: 0o600 });
    const certificates = writeCertificates(ca, namespace);
    // The second one it would read from the folder that a kubelet mounts.
    const own = { POD_NAMESPACE: namespace, KEDA_CLUSTER_OBJECT_NAMESPACE: namespace, WATCH_NAMESPACE: "" };
    const env = { ...process.env, KUBECONFIG: kubeconfig, ...own };

    servers.start(
        "keda-operator",
        tools.operator,
        [
            `--metrics-service-bind-address=${LOOPBACK}:${grpc}`,
            `--health-probe-bind-address=${LOOPBACK}:${health}`,
            "--enable-prometheus-metrics=false",
            `--cert-dir=${certificates}`,
            `--ca-dir=${join(certificates, "trusted")}`,
            "--zap-encoder=console",
        ],
        env,
    );
    servers.start(
        "keda-adapter",
        tools.adapter,
        [
            `--bind-address=${LOOPBACK}`,
            `--secure-port=${secure}`,
            // Its figures for Prometheus: the only port here that is not of the loopback interface alone; it takes no address.
            `--port=${metrics}`,
            `--metrics-service-address=${LOOPBACK}:${grpc}`,
            `--lister-kubeconfig=${kubeconfig}`,
            `--authentication-kubeconfig=${kubeconfig}`,
            `--authorization-kubeconfig=${kubeconfig}`,
            `--cert-dir=${certificates}`,
            `--tls-cert-file=${join(certificates, "tls.crt")}`,
            `--tls-private-key-file=${join(certificates, "tls.key")}`,
            `--client-ca-file=${ca.certificate}`,
        ],
        env,
    );
    await kubectl.apply(metricsApi(namespace, secure, ca));
    while (!(await kubectl.answers(["wait", "apiservice", API_SERVICE, "--for=condition=Available", "--timeout=5s"])))
        servers.assertRunning();
    servers.assertRunning();
}

/** KEDA's metrics API outside the cluster: its Service is a name for the loopback address, and the port stands in the APIService. */
function metricsApi(namespace: string, port: number, ca: ThrowawayCa): readonly object[] {
    return [
        {
            apiVersion: "v1",
            kind: "Service",
            metadata: { name: METRICS_SERVICE, namespace },
            spec: { type: "ExternalName", externalName: LOOPBACK, ports: [{ name: "https", port }] },
        },
        {
            apiVersion: "apiregistration.k8s.io/v1",
            kind: "APIService",
            metadata: { name: API_SERVICE },
            spec: {
                service: { name: METRICS_SERVICE, namespace, port },
                group: "external.metrics.k8s.io",
                version: "v1beta1",
                groupPriorityMinimum: 100,
                versionPriority: 100,
                caBundle: readFileSync(ca.certificate, "base64"),
            },
        },
    ];
}

/** Writes what the Secret `kedaorg-certs` is mounted as. @returns the folder */
function writeCertificates(ca: ThrowawayCa, namespace: string): string {
    const folder = join(ca.folder, "keda-certificates");
    mkdirSync(join(folder, "trusted"), { recursive: true });
    const { certificate, key } = ca.issue("keda", [
        "DNS:localhost",
        `IP:${LOOPBACK}`,
        `DNS:${METRICS_SERVICE}.${namespace}.svc`,
    ]);
    for (const [name, file] of [
        ["ca.crt", ca.certificate],
        ["trusted/ca.crt", ca.certificate],
        ["tls.crt", certificate],
        ["tls.key", key],
    ] as const)
        writeFileSync(join(folder, name), readFileSync(file), { mode: 0o600 });
    return folder;
}

interface Kubeconfig {
    readonly users: readonly { readonly name: string }[];
}

/** The administrator's kubeconfig with another token. */
function kubeconfigWith({ kubeconfig }: Kubectl, token: string): string {
    const config: Kubeconfig = parse(readFileSync(kubeconfig, "utf8"));
    return stringify({ ...config, users: config.users.map(({ name }) => ({ name, user: { token: token.trim() } })) });
}
