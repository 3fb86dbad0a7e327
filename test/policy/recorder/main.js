// A policy pack that passes everything and writes what it is given to $POLICY_RECORDING, without the proxies.
const { writeFileSync } = require("node:fs");
const { PolicyPack } = require("@pulumi/policy");
const { getSpecialProxyTarget } = require("@pulumi/policy/proxy");

const inputs = [];

function plain({ type, urn, name, props, opts, provider }) {
    const { protect, ignoreChanges } = opts;
    const resource = { type, urn, name, props: props[getSpecialProxyTarget], opts: { protect, ignoreChanges } };
    if (provider === undefined) return resource;
    return {
        ...resource,
        provider: { type: provider.type, name: provider.name, props: provider.props[getSpecialProxyTarget] },
    };
}

function urns(resources) {
    return resources.map(({ urn }) => urn);
}

function node(resource) {
    const { parent, dependencies, propertyDependencies } = resource;
    const byProperty = Object.entries(propertyDependencies).map(([key, ends]) => [key, urns(ends)]);
    return {
        ...plain(resource),
        parent: parent?.urn,
        dependencies: urns(dependencies),
        propertyDependencies: Object.fromEntries(byProperty),
    };
}

new PolicyPack("recorder", {
    policies: [
        {
            name: "inputs",
            description: "Keeps every resource's inputs",
            validateResource: (resource) => void inputs.push(plain(resource)),
        },
        {
            name: "stack",
            description: "Writes all that was kept, and every resource's outputs",
            validateStack: ({ resources }) => {
                const recording = { inputs, resources: resources.map(node) };
                writeFileSync(process.env.POLICY_RECORDING, JSON.stringify(recording));
            },
        },
    ],
});
