//! Tests of faults that are ordered for coming requests.

use super::*;
use crate::behaviour::Fault;

#[test]
fn faults_are_taken_in_order_and_counted() {
    let service = service();
    let control = service.control();
    let throttled = Fault::Code("ThrottlingException".to_owned());
    control
        .fail_next("GetChannel", throttled.clone(), 2)
        .unwrap();
    control.fail_next("*", Fault::Status(503), 1).unwrap();
    control.fail_next("GetChannel", Fault::Reset, 1).unwrap();
    assert_eq!(service.next_fault("GetChannel"), Some(throttled.clone()));
    assert_eq!(service.next_fault("ListChannels"), Some(Fault::Status(503)));
    assert_eq!(service.next_fault("ListChannels"), None);
    assert_eq!(service.next_fault("GetChannel"), Some(throttled));
    assert_eq!(service.next_fault("GetChannel"), Some(Fault::Reset));
    assert_eq!(service.next_fault("GetChannel"), None);
}

#[test]
fn impossible_faults_are_errors() {
    let service = service();
    for (operation, fault, times) in [
        ("GetRoom", Fault::Reset, 1),
        ("", Fault::Reset, 1),
        ("GetChannel", Fault::Reset, 0),
        ("GetChannel", Fault::Status(99), 1),
        ("GetChannel", Fault::Status(600), 1),
        ("GetChannel", Fault::Code(String::new()), 1),
        ("GetChannel", Fault::Code("a\r\nb".to_owned()), 1),
    ] {
        let error = service
            .control()
            .fail_next(operation, fault, times)
            .unwrap_err();
        assert_eq!(error.status(), 400, "{error}");
    }
}
