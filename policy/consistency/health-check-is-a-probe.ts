import { SUBNET } from "../graph/zones";
import { releasePolicy } from "../policy";
import { holdsRange } from "./ipv4-range";
import { ingressSetting, usesLoadBalancer } from "./load-balancer";

/** Source: https://docs.kaireonai.com/platform/ops/sla-slo */
const DOCUMENTED = ["/api/health", "/api/ready"];
const PROBES = ["startup", "readiness", "liveness"];

export const healthCheckIsAProbe = releasePolicy({
    id: "health-check-is-a-probe",
    title: "The load balancer asks the api for a path of its probes, on the port that it listens on, and is let through",
    why: "Otherwise all targets are unhealthy and every request is answered 503.",
    fix: "Set ingress.healthCheckPath to /api/ready or /api/health, leave PORT to the chart, and let the network policies' vpcCidr hold the load balancer's subnets",
    severity: "high",
    pitfalls: ["P-NET-09"],
    links: [
        "https://docs.kaireonai.com/platform/ops/sla-slo",
        "https://docs.kaireonai.com/platform/ops/security-hardening",
    ],
    check: (release, stack, report) => {
        if (!usesLoadBalancer(release)) return;
        const { values } = release;
        const say = (problem: string) => report.violation(`${release.label}: ${problem}`, release.resource);
        const check = ingressSetting(release, "healthcheck-path", "healthCheckPath");
        const probed = PROBES.flatMap((probe) => values.text(["api", "probes", probe, "httpGet", "path"]) ?? []);
        const paths = [...new Set(probed.length > 0 ? probed : DOCUMENTED)];
        const path = check.text()?.replace(/\?.*$/, "");
        if (path !== undefined && !paths.includes(path))
            say(`${check.path} is ${path}, but the api's probes ask for ${paths.join(", ")}. Set it to one of them.`);
        report.each(["config.PORT", "api.env.PORT"], (key) => {
            const place = values.at(key);
            const told = place.number();
            const port = values.number("api.port") ?? 3000;
            if (told !== undefined && told !== port)
                say(
                    `${place.path} is ${told}, but the service and the probes use values.api.port, ${port}. Leave it out, or set both to the same.`,
                );
        });
        if (values.flag("networkPolicy.enabled") !== true || !values.at("networkPolicy.vpcCidr").exists) return;
        const range = values.text("networkPolicy.vpcCidr") ?? "";
        const tag = ingressSetting(release, "scheme", "scheme").text() === "internet-facing" ? "elb" : "internal-elb";
        const subnets = stack
            .ofType(SUBNET)
            .filter(({ properties }) => properties.at(["tags", `kubernetes.io/role/${tag}`]).exists);
        report.each(subnets, ({ name, properties }) => {
            const subnet = properties.text("cidrBlock");
            if (subnet === undefined || holdsRange(range, subnet)) return;
            say(
                `values.networkPolicy.vpcCidr is ${range}, but the load balancer lies in ${subnet} (${name}) too, and its requests are dropped. Set it to the VPC's range.`,
            );
        });
    },
});
