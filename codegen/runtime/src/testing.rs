//! A service with one operation and an HTTP connection in memory, for tests.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::static_resolver::StaticAuthSchemeOptionResolver;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeOptionResolverParams, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver,
};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind, RetryConfig};
use aws_types::endpoint_config::EndpointUrl;
use aws_types::region::Region;

use crate::client::{Call, Handle, Sender};
use crate::config::ConfigBuilder;
use crate::error::{Inner, Modeled, OperationError, Unhandled};
use crate::explain::Source;
use crate::http::{ErrorResponse, RequestWriter, Response};
use crate::json::{Members, Read as _, Slot};
use crate::operation::{Attributes, Empty, Names, Operation};
use crate::paginate::Paginated;
use crate::plugin::OperationPlugin;
use crate::service::Service;

pub(crate) static SERVICE: Service = Service {
    id: "greeter",
    name: "GreeterService",
    signing_name: "greeter",
    package: "greeter-sdk",
    metadata: ApiMetadata::new("greeter", "1.2.3"),
    endpoint_params: |config| {
        let url = config.load::<EndpointUrl>().map(|url| url.0.clone());
        Ok(EndpointResolverParams::new(url))
    },
    auth_params: AuthSchemeOptionResolverParams::new::<&str>,
    endpoint_resolver: || SharedEndpointResolver::new(Rules),
    auth_resolver: || {
        let options = vec![SCHEME_ID];
        SharedAuthSchemeOptionResolver::new(StaticAuthSchemeOptionResolver::new(options))
    },
};

#[derive(Debug)]
struct Rules;

impl ResolveEndpoint for Rules {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        let url = params.get::<Option<String>>().cloned().flatten();
        let url = url.unwrap_or("https://greeter.example.com".to_owned());
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).build()))
    }
}

/// The operation of the service.
#[derive(Debug)]
pub(crate) struct Greet;

#[derive(Clone, Debug, Default)]
pub(crate) struct Input {
    pub(crate) name: Option<String>,
    pub(crate) token: Option<String>,
}

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Output {
    pub(crate) greetings: Vec<String>,
    pub(crate) next: Option<String>,
}

impl Empty for Output {
    fn empty() -> Self {
        Self::default()
    }
}

impl Members for Output {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        match name {
            "greetings" => Some(self.greetings.slot()),
            "next" => Some(self.next.slot()),
            _ => None,
        }
    }
}

/// The code of an error that is declared retryable.
pub(crate) const BUSY: &str = "Busy";

#[derive(Debug)]
pub(crate) enum Error {
    Shy(ErrorMetadata),
    Unhandled(Source, ErrorMetadata),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error")
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Shy(_) => None,
            Self::Unhandled(source, _) => Some(source.error()),
        }
    }
}

impl CreateUnhandledError for Error {
    fn create_unhandled_error(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self::Unhandled(Source::of_call::<Self>(source), meta.unwrap_or_default())
    }
}

impl ProvideErrorMetadata for Error {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::Shy(meta) | Self::Unhandled(_, meta) => meta,
        }
    }
}

impl Modeled for Error {
    fn as_error(&self) -> &(dyn StdError + 'static) {
        self
    }

    fn metadata(&self) -> &ErrorMetadata {
        self.meta()
    }

    fn text(&self) -> Option<&str> {
        Some("too shy to say more")
    }
}

impl OperationError for Error {
    const OPERATION: &'static str = "Greet";

    fn content(&self) -> Inner<'_> {
        match self {
            Self::Shy(_) => Inner::Modeled(self),
            Self::Unhandled(source, meta) => Inner::Unhandled(source, meta),
        }
    }

    fn from_unhandled(content: Unhandled) -> Self {
        Self::Unhandled(content.source, content.metadata)
    }

    fn from_code(code: &str, response: &ErrorResponse<'_>) -> Option<Self> {
        if code != "Shy" {
            return None;
        }
        response.json(&mut Output::default());
        response.header(&mut None, "x-h", "member");
        Some(Self::Shy(response.take_metadata()))
    }
}

impl ProvideErrorKind for Error {
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        (self.meta().code() == Some(BUSY)).then_some(ErrorKind::ServerError)
    }

    fn code(&self) -> Option<&str> {
        self.meta().code()
    }
}

impl Operation for Greet {
    type Input = Input;
    type Output = Output;
    type Error = Error;
    const NAMES: Names = crate::operation_names! {
        service: &SERVICE,
        id: "greeter",
        operation: "Greet",
        method: "POST",
    };
    const CAPTURES: bool = true;

    fn write_request(input: &Input, request: &mut RequestWriter) -> Result<(), BoxError> {
        request.path("/greet/");
        request.label("name", &input.name)?;
        request.members(&[("token", &input.token)])
    }

    fn read_output(response: &Response<'_>, output: &mut Output) -> Result<(), BoxError> {
        response.json(output)
    }

    fn capture(input: &Input, attributes: &mut Attributes<'_>) {
        attributes.string("name", input.name.as_deref());
    }
}

impl Paginated for Greet {
    fn next_token(output: &Output) -> Option<&str> {
        output.next.as_deref()
    }

    fn token(input: &mut Input) -> &mut Option<String> {
        &mut input.token
    }
}

impl Greet {
    pub(crate) fn plugin() -> &'static OperationPlugin {
        static PLUGIN: OnceLock<OperationPlugin> = OnceLock::new();
        PLUGIN.get_or_init(OperationPlugin::of::<Self>)
    }

    /// Returns a call with `input`.
    pub(crate) fn call(
        handle: &Arc<Handle>,
        input: Result<Input, BuildError>,
        config_override: Option<ConfigBuilder>,
    ) -> Call<Self> {
        let mut sender = Sender::new(handle);
        if let Some(config_override) = config_override {
            sender.override_config(config_override);
        }
        Call::of(sender, Self::plugin, input)
    }

    /// Returns an input with all required members.
    pub(crate) fn input() -> Input {
        Input {
            name: Some("you".to_owned()),
            token: None,
        }
    }
}

/// An HTTP connection that records requests and returns prepared responses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Connection {
    responses: Arc<Mutex<VecDeque<(u16, &'static str)>>>,
    requests: Arc<Mutex<Vec<HttpRequest>>>,
}

impl HttpConnector for Connection {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.requests.lock().expect("requests").push(request);
        let response = self.responses.lock().expect("responses").pop_front();
        let (status, body) = response.expect("no more calls than responses");
        let status = status.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(body))))
    }
}

impl Connection {
    /// Creates a connection that returns `responses` in order.
    pub(crate) fn new(responses: impl IntoIterator<Item = (u16, &'static str)>) -> Self {
        Self {
            responses: Arc::new(Mutex::new(responses.into_iter().collect())),
            requests: Arc::default(),
        }
    }

    /// Applies `f` to each request sent so far.
    pub(crate) fn sent<T>(&self, f: impl Fn(&HttpRequest) -> T) -> Vec<T> {
        let requests = self.requests.lock().expect("requests");
        requests.iter().map(f).collect()
    }

    /// Returns the settings of a client that uses this connection and does not retry.
    pub(crate) fn config(&self) -> ConfigBuilder {
        let connector = SharedHttpConnector::new(self.clone());
        let mut config = ConfigBuilder::default();
        config.behavior_version = Some(BehaviorVersion::latest());
        config.store_or_unset(Some(Region::new("us-east-1")));
        config.retry_config(Some(RetryConfig::disabled()));
        let credentials = SharedCredentialsProvider::new(Credentials::for_tests());
        config.credentials_provider(Some(credentials));
        let client = http_client_fn(move |_, _| connector.clone());
        config.components.set_http_client(Some(client));
        config
    }
}
