//! Traits of Smithy's packages for protocols, protocol tests and waiters.

use super::form::Form;
use super::ids;
use super::row::{OTHER_PROTOCOL, Row, TESTS, implemented, without_effect};

pub(super) const ROWS: &[Row] = &[
    without_effect("smithy.protocols#rpcv2Cbor", OTHER_PROTOCOL),
    without_effect("smithy.protocols#rpcv2Json", OTHER_PROTOCOL),
    without_effect(ids::EVENT_STREAM_TESTS, TESTS),
    without_effect("smithy.test#httpMalformedRequestTests", TESTS),
    without_effect(ids::HTTP_REQUEST_TESTS, TESTS),
    without_effect(ids::HTTP_RESPONSE_TESTS, TESTS),
    without_effect("smithy.test#smokeTests", TESTS),
    implemented(ids::WAITABLE, Form::Object),
];
