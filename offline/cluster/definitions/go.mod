// Controllers whose CustomResourceDefinitions the cluster gets: nothing of them is compiled here.
module kaireon.ai/offline/definitions

go 1.26

require (
	github.com/external-secrets/external-secrets v1.3.2
	github.com/kedacore/keda/v2 v2.21.0
	github.com/prometheus-operator/prometheus-operator v0.85.0
)
