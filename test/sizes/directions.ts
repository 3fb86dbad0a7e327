/** A kind of number that may differ from one size of the platform to another. */
export interface Direction {
    /** Ends of the paths of such numbers. */
    readonly path: RegExp;
    /** The larger platform has at least as much; for `any`, why neither way is the larger one. */
    readonly larger: "atLeast" | "any";
    readonly what: string;
}

/** Every number that differs must be of one of these kinds: a new one is of none, and somebody has to say which way it goes. */
export const DIRECTIONS: readonly Direction[] = [
    {
        path: /MetricAlarm .*\.metricQueries\.m\d+\.metric\.period$/,
        larger: "any",
        what: "no size: the period of a metric of a node that only one of them has",
    },
    {
        path: /^settings\.kafka\.(volumeGb|maxVolumeGb)$/,
        larger: "any",
        what: "large leaves them to the defaults of its brokers: the cluster's own inputs are compared",
    },
    {
        path: /\.reserved-memory-percent\.value$/,
        larger: "any",
        what: "no size: the share of a node's memory that is kept back, more on small nodes",
    },
    { path: /resources$/, larger: "atLeast", what: "resources of a type" },
    {
        path: /(^|\.)(minReplicas|maxReplicas|replicas|postgresExternalReplicas)$/,
        larger: "atLeast",
        what: "pods, readers",
    },
    { path: /\.podDisruptionBudget\.minAvailable$/, larger: "atLeast", what: "pods that must stay" },
    {
        path: /\.resources\.(requests|limits)\.(cpu|memory)$/,
        larger: "atLeast",
        what: "what a pod asks for and may use",
    },
    {
        path: /\.(cpuMilli|memoryMib|limitCpuMilli|limitMemoryMib)$/,
        larger: "atLeast",
        what: "the same, as the sizing reads it",
    },
    { path: /(Type|Class)$/, larger: "atLeast", what: "sizes of instances" },
    { path: /\.(minPerGroup|maxPerGroup|minSize|maxSize|desiredSize|podsPerNode)$/, larger: "atLeast", what: "nodes" },
    { path: /\.(diskGb|volumeGb|maxVolumeGb|volumeSize|maxCapacity)$/, larger: "atLeast", what: "disks" },
    {
        path: /(retentionInDays|[rR]etentionDays|backupRetentionPeriod|retentionHours|retention\.ms)$/,
        larger: "atLeast",
        what: "how long things are kept",
    },
    {
        path: /\.(deletionWindowInDays|recoveryWindowInDays)$/,
        larger: "atLeast",
        what: "how long what is deleted can be had back",
    },
    {
        path: /\.(shards|replicasPerShard|replicasPerNodeGroup|numNodeGroups|dataNodes|instanceCount|nodes|searchMasters|dedicatedMasterCount)$/,
        larger: "atLeast",
        what: "nodes of stores",
    },
    {
        path: /\.(partitions|partitionCount|partitionsPerBroker|recommendedPartitions)$/,
        larger: "atLeast",
        what: "partitions, and how many a broker takes",
    },
    { path: /\.diskGibFor(Retention|Cooldown)$/, larger: "atLeast", what: "what the events fill" },
    { path: /\.(decisionsPerSecond|writeUnitsPerSecond|readUnitsPerSecond)$/, larger: "atLeast", what: "rates" },
    { path: /\.(poolSizePerPod|poolSize)$/, larger: "atLeast", what: "connections of a pod" },
    { path: /\.connections\.\w+$/, larger: "atLeast", what: "connections, and the pods that open them" },
    { path: /\.subnets\.(public|private|data)$/, larger: "atLeast", what: "addresses that a subnet must have" },
    { path: /MetricAlarm .*\.threshold$/, larger: "atLeast", what: "shares of what there is of something" },
    { path: /\.ingressMbPerBroker$/, larger: "atLeast", what: "what the events send to a broker" },
    { path: /\.usableBytes(PerShard)?$/, larger: "atLeast", what: "room for data" },
];
