use super::*;

#[test]
fn the_table_of_the_service_is_valid() {
    assert_eq!(TABLE.operation_names().count(), 46);
    assert_eq!(TABLE.unsupported_patterns(), Vec::<&str>::new());
}
