import type { Samples } from "../../test/policy/cases";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "web" };

export const samples: Samples = {
    inputs: {
        "aws:wafv2/webAcl:WebAcl": {
            scope: "REGIONAL",
            visibilityConfig,
            rules: [{ name: "common", visibilityConfig: { ...visibilityConfig } }],
        },
    },
};
