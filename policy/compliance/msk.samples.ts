import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "msk-cluster-require-client-authority": {
            brokerNodeGroupInfo: {
                instanceType: "kafka.m7g.large",
            },
            clientAuthentication: {
                tls: {
                    certificateAuthorityArns: ["arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1"],
                },
            },
            encryptionInfo: {
                encryptionAtRestKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1",
            },
            enhancedMonitoring: "PER_TOPIC_PER_BROKER",
            kafkaVersion: "3.9.x.kraft",
            numberOfBrokerNodes: 3,
            loggingInfo: {
                brokerLogs: {
                    cloudwatchLogs: {
                        enabled: true,
                        logGroup: "kafka",
                    },
                },
            },
        },
    },
    also: {
        "msk-cluster-require-encryption-between-brokers": { "msk-authentication-matches-encryption": "SASL needs it" },
    },
};
