//! The table of partitions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Partition;

/// Returns `config/endpoint/partitions.rs`.
pub(super) fn partitions(partitions: &[Partition]) -> TokenStream {
    let rows = partitions.iter().map(|partition| {
        let Partition {
            name,
            regions,
            prefixes,
            dns_suffix,
            dual_stack_dns_suffix,
            supports_fips,
            supports_dual_stack,
            implicit_global_region,
        } = partition;
        quote! {
            Partition {
                name: #name,
                regions: &[#(#regions),*],
                pattern: RegionPattern { prefixes: &[#(#prefixes),*] },
                dns_suffix: #dns_suffix,
                dual_stack_dns_suffix: #dual_stack_dns_suffix,
                supports_fips: #supports_fips,
                supports_dual_stack: #supports_dual_stack,
                implicit_global_region: #implicit_global_region,
            }
        }
    });
    quote! {
        //! The AWS partitions.

        use restjson1_runtime::endpoint::{Partition, RegionPattern};

        /// The partitions, in the order in which they are matched.
        pub(super) static PARTITIONS: &[Partition] = &[#(#rows),*];
    }
}
