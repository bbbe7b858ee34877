// …

impl Waiters for Client {
    #[inline]
    fn wait_until_com9(&self) -> crate::waiters::com9::Com9FluentBuilder {
        crate::waiters::com9::Com9FluentBuilder::new(self.handle.clone())
    }
}
