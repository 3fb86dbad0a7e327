import { resourcePolicy } from "../../policy";

export const elbListenerRequireHttps = resourcePolicy({
    id: "elb-listener-require-https",
    title: "Listeners encrypt, or do nothing but send to HTTPS",
    why: "Passwords and session cookies would be sent in plain.",
    fix: "Use protocol HTTPS, or a redirect to HTTPS as the only default action",
    severity: "medium",
    controls: ["ELB.1", "ELB.18"],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-18",
    ],
    types: ["aws:lb/listener:Listener"],
    check: ({ label, properties, urn }, report) => {
        const protocol = properties.text("protocol");
        if (protocol === undefined || !["HTTP", "TCP", "UDP", "TCP_UDP"].includes(protocol)) return;
        const actions = properties.items("defaultActions");
        const onlyRedirects =
            actions.length > 0 && actions.every((action) => action.text("redirect.protocol") === "HTTPS");
        if (!onlyRedirects)
            report.violation(
                `${label}: protocol is "${protocol}" and defaultActions do more than send to HTTPS. Use protocol HTTPS, or redirect.protocol HTTPS.`,
                { urn },
            );
    },
});
